package org.aman.alert.cap;

import java.time.Instant;
import org.aman.alert.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of what came in from other services.
 *
 * @param feed the address of the feed that offered it
 * @param address where it was offered: its own, or the feed's
 * @param name whose message it is; null where that was not to be read, or not signed
 * @param reason why it was refused; null where it was taken
 * @param place the element that is wrong; empty where it is none in particular
 * @param exercise whether its sender calls it an exercise
 * @param first the import that began the same matter; null where it is none's follower
 * @param suggestion the draft it became; null where it became none
 */
public record Import(
        String id,
        String feed,
        String address,
        Instant at,
        @Nullable Reference name,
        @Nullable Reason reason,
        String place,
        boolean exercise,
        @Nullable String first,
        Suggestion.@Nullable Id suggestion) {

    /** Whether it was taken. */
    public boolean isTaken() {
        return reason == null;
    }

    /** The import at which the matter began: this one where it follows none. */
    String matter() {
        return first == null ? id : first;
    }
}
