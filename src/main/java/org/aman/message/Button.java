package org.aman.message;

import java.nio.charset.StandardCharsets;

/**
 * A button under a reply.
 *
 * @param label what people read
 * @param value what comes back when it is pressed: a command such as {@code /in saraqib}; at most 64 bytes
 */
public record Button(String label, String value) {
    /** What the narrowest channel carries with a button (Telegram's callback_data). */
    public static final int MOST_VALUE_BYTES = 64;

    public Button {
        if (!fits(value)) {
            throw new IllegalArgumentException("A button's value has 1 to " + MOST_VALUE_BYTES + " bytes");
        }
    }

    /** Whether the narrowest channel carries this value. */
    public static boolean fits(String value) {
        return !value.isEmpty() && value.getBytes(StandardCharsets.UTF_8).length <= MOST_VALUE_BYTES;
    }
}
