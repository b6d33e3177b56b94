package org.aman.alert;

import java.time.Instant;
import org.aman.resident.Resident;
import org.jspecify.annotations.Nullable;

/**
 * One alert owed to one resident, taken to be sent.
 *
 * @param messageId the message they have and which is to be changed; null for a new message
 * @param lapses when the claim on it lapses
 */
record Delivery(Alert.Number alert, Resident resident, @Nullable String messageId, Instant lapses) {
    Key key() {
        return new Key(alert, resident.id());
    }

    /** An alert and a resident: there is one row for both. */
    record Key(Alert.Number alert, Resident.Id resident) {}
}
