package org.aman.staff;

import org.aman.language.Language;

/**
 * Somebody of the staff. The name appears to staff only.
 *
 * @param name as colleagues know them
 * @param active false once disabled: such a person may do nothing
 */
public record Volunteer(Id id, String name, Role role, Language language, boolean active) {
    /** A random name; stays the same for as long as the person does. */
    public record Id(String value) {
        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("A volunteer needs an id");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Whether this person may do this, now. */
    public boolean may(Act act) {
        return active && role.may(act);
    }
}
