package org.aman.alert;

import org.aman.staff.Volunteer;

/** Knows whether two accounts are one person, as far as the staff's records tell. */
public interface Persons {
    boolean same(Volunteer.Id one, Volunteer.Id other);
}
