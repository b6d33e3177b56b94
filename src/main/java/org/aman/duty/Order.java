package org.aman.duty;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as it was typed or carried by a button.
 *
 * @param name with its slash, in lower case
 * @param rest what stands behind it
 */
record Order(String name, String rest) {
    static final String DUTY = "/duty";

    private static final Pattern FORM = Pattern.compile("(/[A-Za-z_]{1,32})(?:\\s+(.*))?", Pattern.DOTALL);

    /** The command these words are; empty where they are none. */
    static Optional<Order> of(String words) {
        Matcher form = FORM.matcher(words.strip());
        return form.matches()
                ? Optional.of(new Order(
                        form.group(1).toLowerCase(Locale.ROOT), form.group(2) == null ? "" : form.group(2).strip()))
                : Optional.empty();
    }

    /** What the button of a slip says: the name without a slash, and what follows. */
    static Order pressed(String act) {
        String[] parts = act.strip().split("\\s+", 2);
        return new Order(parts[0], parts.length < 2 ? "" : parts[1]);
    }

    /** The first word behind the name. */
    String first() {
        return rest.split("\\s+", 2)[0];
    }

    /** What stands behind the first word. */
    String second() {
        String[] parts = rest.split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1];
    }
}
