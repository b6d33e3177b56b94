package org.aman.alert.cap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names one message among all: {@code sender,identifier,sent}.
 *
 * @param sender whose message it is: a domain, an address
 * @param identifier unique for this sender
 * @param sent to the second
 * @throws IllegalArgumentException where a name is empty, over 200 signs, or holds a space, a comma, {@code <} or {@code &}
 */
public record Reference(String sender, String identifier, Instant sent) {
    private static final Pattern NAME = Pattern.compile("[^\\s,<&\\p{Cntrl}\\p{Cf}]{1,200}");

    public Reference {
        if (!isName(sender) || !isName(identifier)) {
            throw new IllegalArgumentException("A message is named without spaces, commas, < and &");
        }
        sent = sent.truncatedTo(ChronoUnit.SECONDS);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    String written() {
        return sender + "," + identifier + "," + CapTime.write(sent);
    }

    /** All references of the element, in order; empty where one of them is none. */
    static Optional<List<Reference>> readAll(String written) {
        List<Reference> all = new ArrayList<>();
        for (String one : written.strip().split("\\s+")) {
            String[] parts = one.split(",", -1);
            Optional<Instant> sent = parts.length == 3 ? CapTime.read(parts[2]) : Optional.empty();
            if (sent.isEmpty() || !isName(parts[0]) || !isName(parts[1])) {
                return Optional.empty();
            }
            all.add(new Reference(parts[0], parts[1], sent.get()));
        }
        return Optional.of(List.copyOf(all));
    }
}
