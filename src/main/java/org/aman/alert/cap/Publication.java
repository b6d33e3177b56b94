package org.aman.alert.cap;

import java.time.Instant;
import org.aman.alert.Alert;

/**
 * A document as it was published; it never changes.
 *
 * @param identifier its name, and the end of its address
 * @param sent to the second
 * @param ends when what it says ends
 * @param document the signed document
 */
public record Publication(
        String identifier,
        Alert.Number number,
        int revision,
        String sender,
        Instant sent,
        Instant ends,
        String title,
        String document) {
    Reference name() {
        return new Reference(sender, identifier, sent);
    }
}
