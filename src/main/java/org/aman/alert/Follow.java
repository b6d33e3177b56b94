package org.aman.alert;

import org.aman.language.Bilingual;

/**
 * How an alert follows an earlier one.
 *
 * @param first the earlier alert
 * @param why what changed, or why the earlier one no longer stands
 */
public record Follow(Way way, Alert.Number first, Bilingual why) {
    /** In which way. */
    public enum Way {
        /** It says something new; those who still wait for the first get this instead. */
        UPDATE,
        /** The first was wrong, or is void. */
        CANCEL,
        /** The danger of the first is over. */
        ALL_CLEAR
    }
}
