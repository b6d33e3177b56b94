package org.aman.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.place.Place;

/** Cards of made-up updates, for tests. */
public final class Cards {
    private Cards() {}

    /** Advice whose title and questions hold these terms, and its text none. */
    public static Card asking(String id, String... terms) {
        return card(new Update.Id(id), "guidance", "standing", Set.of(), terms);
    }

    /** News of some place, of this topic and status, whose title and questions hold these terms. */
    public static Card of(String topic, String status, String... terms) {
        return card(new Update.Id(topic + "-1"), topic, status, Set.of(new Place.Id("somewhere")), terms);
    }

    private static Card card(Update.Id id, String topic, String status, Set<Place.Id> places, String... terms) {
        int[] none = new int[0];
        return new Card(
                id,
                new Topic.Id(topic),
                status,
                Topic.Polarity.YES,
                places,
                Set.of(),
                0,
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
