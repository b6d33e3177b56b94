package org.aman.staff;

/** Tells whether two accounts belong to one person, so that nobody approves their own work under another name. */
public interface SamePerson {
    /**
     * Whether these are one person as far as we know: the same account, accounts of which an admin said so, that signed in
     * from the same browser, or that were linked to the same Telegram account. An id that nobody has is nobody's.
     */
    boolean same(Volunteer.Id one, Volunteer.Id other);
}
