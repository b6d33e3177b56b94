package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.aman.alert.Alert;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What was published stays as it was published, once, under its own address. */
abstract class PublicationsContract {
    private static final Instant NOON = Instant.parse("2020-01-12T12:00:00Z");

    private Publications publications;

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        publications = new Publications(database().jdbc());
    }

    private static Publication document(String identifier, int number, int revision, Instant sent) {
        return new Publication(
                identifier, new Alert.Number(number), revision, "aman.example", sent, sent.plus(Duration.ofHours(6)),
                "قصف على سراقب", "<alert>" + identifier + " 🚑</alert>");
    }

    @Test
    void aDocumentIsReadBackAsItWasPublished() {
        Publication document = document("a", 1, 1, NOON);

        assertThat(publications.add(document)).isTrue();

        assertThat(publications.named("a")).contains(document);
        assertThat(publications.named("b")).isEmpty();
        assertThat(document.name()).isEqualTo(new Reference("aman.example", "a", NOON));
    }

    @Test
    void aRevisionIsPublishedOnceAndTheFirstDocumentStands() {
        publications.add(document("a", 1, 1, NOON));

        assertThat(publications.add(document("b", 1, 1, NOON.plusSeconds(1)))).isFalse();

        assertThat(publications.of(new Alert.Number(1))).extracting(Publication::identifier).containsExactly("a");
        assertThat(publications.named("b")).isEmpty();
    }

    @Test
    void anAddressIsNeverUsedAgain() {
        publications.add(document("a", 1, 1, NOON));

        assertThatThrownBy(() -> publications.add(document("a", 2, 1, NOON)))
                .isInstanceOf(DataAccessException.class);
        assertThat(publications.named("a").orElseThrow().number()).isEqualTo(new Alert.Number(1));
    }

    @Test
    void whatWasPublishedOfAnAlertComesInTheOrderOfItsRevisions() {
        publications.add(document("second", 1, 2, NOON.plusSeconds(60)));
        publications.add(document("first", 1, 1, NOON));
        publications.add(document("other", 2, 1, NOON));

        assertThat(publications.of(new Alert.Number(1))).extracting(Publication::identifier)
                .containsExactly("first", "second");
        assertThat(publications.of(new Alert.Number(3))).isEmpty();
    }

    @Test
    void theFeedHoldsWhatEndsLaterTheLatestFirst() {
        publications.add(document("old", 1, 1, NOON.minus(Duration.ofHours(6))));
        publications.add(document("early", 2, 1, NOON));
        publications.add(document("late", 3, 1, NOON.plusSeconds(60)));
        publications.add(document("same moment", 4, 1, NOON.plusSeconds(60)));

        assertThat(publications.endingAfter(NOON)).extracting(Publication::identifier)
                .as("what ends at the moment itself has ended")
                .containsExactly("same moment", "late", "early");
    }

    @Test
    void ofManyReplicasOnePublishesARevision() throws Exception {
        List<List<Boolean>> rounds = Fight.of(round -> publications.add(
                document(round + "-" + Thread.currentThread().threadId(), 100 + round, 1, NOON)));

        assertThat(rounds).allMatch(round -> Collections.frequency(round, true) == 1);
    }
}
