package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void anIdentifierIsShortPlainAndNeverTheSameTwice() {
        Identifiers identifiers = new Identifiers(new SecureRandom());

        assertThat(Stream.generate(identifiers::next).limit(10_000))
                .allMatch(name -> name.matches("[2-9a-km-np-z]{16}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void chanceComesFromOutsideSoThatATestCanSetIt() {
        assertThat(new Identifiers(new Random(7)).next()).isEqualTo(new Identifiers(new Random(7)).next());
    }
}
