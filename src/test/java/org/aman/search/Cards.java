package org.aman.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;

/** Cards of made-up updates, for tests. */
public final class Cards {
    private Cards() {}

    /** Advice whose title and questions hold these terms, and its text none. */
    public static Card asking(String id, String... terms) {
        int[] none = new int[0];
        return new Card(
                new Update.Id(id),
                new Topic.Id("guidance"),
                "standing",
                Topic.Polarity.YES,
                Set.of(),
                Set.of(),
                Instant.EPOCH,
                null,
                null,
                Card.hashes(List.of(terms)),
                none,
                none,
                none,
                none,
                none,
                List.of());
    }
}
