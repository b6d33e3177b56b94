package org.aman.place;

import java.util.List;

/**
 * A place named in a text.
 *
 * @param places what the name can mean, the likeliest first; several where it is ambiguous
 * @param start index of the first word
 * @param end index after the last word
 * @param certainty how sure the name is
 */
public record Mention(List<Place.Id> places, int start, int end, Certainty certainty) {
    /** How sure a name is: as written in the gazetteer, or guessed. */
    public enum Certainty {
        EXACT,
        /** With slips of the keyboard, or only a part that no other place has. */
        FUZZY,
        /** A part that several places share, or a short form that also means something else. */
        PARTIAL
    }

    public Mention {
        places = List.copyOf(places);
    }

    public boolean isAmbiguous() {
        return places.size() > 1 || certainty == Certainty.PARTIAL;
    }
}
