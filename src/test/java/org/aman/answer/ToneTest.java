package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void eachKnownTraitCountsOnceByTheRootOfTheirNumber() {
        String written = Tone.written(new Tone.Weights(Map.of("l_fire", 2.0, "cfire", 1.0, "?", -0.5, "l_rain", 9.0), -0.25));
        assertThat(Tone.of(written).of(read("fire fire?"))).isCloseTo((2 + 1 - 0.5) / Math.sqrt(3) - 0.25, within(1e-6));
        assertThat(Tone.of(written).of(read("hello"))).isCloseTo(-0.25, within(1e-6));
    }

    @Test
    void aWordIsKnownByItsPiecesItsSoundAndWhatItMeans() {
        Set<String> traits = Tone.traits(read("3am te7re2 el kheime?"));
        assertThat(traits).contains("l_te7", "s_thr", "s_xm", "?");
        assertThat(Tone.traits(read("الخيمة عم تحرق"))).contains("s_thr", "l_تحر", "ctent").doesNotContain("?");
    }

    @Test
    void whatIsSaidOfOneKindIsNotSaidOfTheOthers() {
        Reading plea = read("my children are under the rubble, come quickly");
        Reading blessing = read("thank you, God bless you all and keep your children");
        Reading vague = read("is it still going on over there");
        assertThat(Tone.urgent().of(plea)).isPositive();
        assertThat(Tone.courteous().of(blessing)).isPositive();
        assertThat(Tone.vague().of(vague)).isPositive();
        assertThat(List.of(Tone.courteous().of(plea), Tone.vague().of(plea), Tone.urgent().of(blessing), Tone.courteous().of(vague)))
                .allSatisfy(sum -> assertThat(sum).isNegative());
        assertThat(Tone.none().of(plea)).isZero();
    }

    @Test
    void aLongMessageKeepsItsWeight() {
        String written = Tone.written(new Tone.Weights(Map.of("l_fire", 2.0), -0.25));
        assertThat(Tone.of(written).of(read("fire " + "and rain ".repeat(400)))).isCloseTo(2 - 0.25, within(1e-6));
    }

    private static Reading read(String text) {
        return new Knowledge().read(text);
    }
}
