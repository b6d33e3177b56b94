package org.aman.answer;

import java.util.List;
import java.util.Locale;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/** What we know about a question, not how we say it. */
public sealed interface Answer {
    Understanding understanding();

    /** Current vetted updates answer it: one to three, most useful first. */
    record Found(Understanding understanding, List<Shown> updates) implements Answer {
        public Found {
            updates = List.copyOf(updates);
        }
    }

    /** Only updates that no longer stand fit; to be shown as such, with their date. */
    record Outdated(Understanding understanding, List<Shown> updates) implements Answer {
        public Outdated {
            updates = List.copyOf(updates);
        }
    }

    /** It could mean several things: which place, which topic, or which of these updates? Lists may be empty. */
    record Unclear(Understanding understanding, List<Place.Id> places, List<Topic.Id> topics, List<Shown> updates)
            implements Answer {
        public Unclear {
            places = List.copyOf(places);
            topics = List.copyOf(topics);
            updates = List.copyOf(updates);
        }
    }

    /** Nothing vetted answers it. The nearest known thing of its kind, if any, carries its distance. */
    record Unknown(Understanding understanding, @Nullable Shown nearest) implements Answer {}

    /** A plea for help: guidance that fits, if any. */
    record Emergency(Understanding understanding, List<Shown> guidance) implements Answer {
        public Emergency {
            guidance = List.copyOf(guidance);
        }
    }

    /** A greeting, thanks or small talk. */
    record Social(Understanding understanding, Courtesy courtesy) implements Answer {}

    /** Which courtesy it was. */
    enum Courtesy {
        GREETING,
        THANKS,
        FAREWELL,
        /** Whether a person answers. */
        WHO,
        OTHER
    }

    /**
     * An update to be shown.
     *
     * @param distanceKm straight-line kilometres from the place or position asked about; null where it does not matter
     * @param from the place they are measured from; null where it is the position of whoever asks
     */
    record Shown(Update update, @Nullable Double distanceKm, Place.@Nullable Id from) {
        /** One whose distance does not matter. */
        public static Shown here(Update update) {
            return new Shown(update, null, null);
        }
    }

    /** The kind as interfaces name it: found, outdated, unclear, unknown, emergency, social. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The updates shown, in order; empty for the kinds that show none. */
    default List<Shown> shown() {
        return switch (this) {
            case Found found -> found.updates();
            case Outdated outdated -> outdated.updates();
            case Unclear unclear -> List.of();
            case Unknown unknown -> List.of();
            case Emergency emergency -> emergency.guidance();
            case Social social -> List.of();
        };
    }
}
