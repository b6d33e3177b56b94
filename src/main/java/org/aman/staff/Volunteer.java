package org.aman.staff;

import org.aman.language.Language;

/**
 * An account of somebody of the staff. The name appears to staff only.
 *
 * @param name as colleagues know them
 * @param active false once disabled: such an account may do nothing
 * @param person whose account it is; where somebody has two, both name the same person. Whether two volunteers are one
 *     person is asked of {@link SamePerson}, which knows more
 */
public record Volunteer(Id id, String name, Role role, Language language, boolean active, Person person) {
    /** The only account of a person. */
    public Volunteer(Id id, String name, Role role, Language language, boolean active) {
        this(id, name, role, language, active, new Person(id.value()));
    }

    /** A human being, by the id of their first account. */
    public record Person(String value) {}

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
