package org.aman.staff;

import java.time.Instant;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets somebody in once.
 *
 * @param name who is invited; empty for the first admin, who chooses one
 * @param person whose second account it will be; null for a person of its own
 * @param volunteer whose password or second factor is made anew; null for a new account
 * @param madeBy the id of an admin, or {@code operator}
 * @param from when it opens
 */
public record Invitation(
        String id,
        Kind kind,
        String name,
        Role role,
        Language language,
        Volunteer.@Nullable Person person,
        Volunteer.@Nullable Id volunteer,
        String madeBy,
        Instant from,
        Instant until) {
    /** What it lets one do. */
    public enum Kind {
        FIRST_ADMIN,
        NEW_ACCOUNT,
        NEW_PASSWORD,
        NEW_SECOND_FACTOR,
        /** Password and second factor. */
        BOTH_ANEW
    }

    public boolean isOpenAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
