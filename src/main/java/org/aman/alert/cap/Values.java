package org.aman.alert.cap;

import static java.util.Map.entry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What may stand in each element that holds a value and no further elements. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*");
    private static final Pattern MARKUP = Pattern.compile("<\\s*[A-Za-z/!?]|&#?[A-Za-z0-9]{1,10};");
    /**
     * Invisible and control signs only hide something, and overrides turn a text round. The plain marks of direction,
     * which Arabic keyboards write, are let through: whoever shows a text takes them out.
     */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]"
            + "|[\\p{Cf}&&[^\\u200C\\u200D\\u200E\\u200F\\u061C]]|\\p{Co}|\\p{Cn}");

    private static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("identifier", when(Reference::isName, Reason.NAME)),
            entry("sender", when(Reference::isName, Reason.NAME)),
            entry("sent", when(Values::isTime, Reason.TIME)),
            entry("effective", when(Values::isTime, Reason.TIME)),
            entry("onset", when(Values::isTime, Reason.TIME)),
            entry("expires", when(Values::isTime, Reason.TIME)),
            entry("status", word(CapAlert.Status.class)),
            entry("msgType", word(CapAlert.Type.class)),
            entry("scope", word(CapAlert.Scope.class)),
            entry("category", word(CapInfo.Category.class)),
            entry("responseType", word(CapInfo.Response.class)),
            entry("urgency", word(CapInfo.Urgency.class)),
            entry("severity", word(CapInfo.Severity.class)),
            entry("certainty", word(CapInfo.Certainty.class)),
            entry("language", when(text -> LANGUAGE.matcher(text).matches(), Reason.LANGUAGE)),
            entry("references", when(text -> Reference.readAll(text).isPresent(), Reason.GARBAGE_REFERENCES)),
            entry("altitude", when(text -> NUMBER.matcher(text).matches(), Reason.NUMBER)),
            entry("ceiling", when(text -> NUMBER.matcher(text).matches(), Reason.NUMBER)),
            entry("size", when(text -> WHOLE.matcher(text).matches(), Reason.NUMBER)),
            entry("web", when(Values::isAddress, Reason.ADDRESS)),
            entry("uri", when(Values::isAddress, Reason.ADDRESS)));

    private Values() {}

    /** What is wrong with a value; empty where nothing is. */
    private interface Check {
        Optional<Reason> fault(String text);
    }

    static Optional<Reason> fault(String element, String text) {
        if (text.isEmpty()) {
            return Optional.of(Reason.EMPTY);
        }
        Check check = CHECKS.get(element);
        return check == null ? prose(text) : check.fault(text);
    }

    private static Optional<Reason> prose(String text) {
        if (MARKUP.matcher(text).find()) {
            return Optional.of(Reason.MARKUP);
        }
        return HIDDEN.matcher(text).find() ? Optional.of(Reason.HIDDEN_SIGNS) : Optional.empty();
    }

    private static Check when(Predicate<String> right, Reason otherwise) {
        return text -> right.test(text) ? Optional.empty() : Optional.of(otherwise);
    }

    private static <W extends Enum<W> & Word> Check word(Class<W> words) {
        return when(text -> Word.of(words, text).isPresent(), Reason.WORD);
    }

    private static boolean isTime(String text) {
        return CapTime.read(text).isPresent();
    }

    /** An address that a browser may be shown: of the web, nothing else. */
    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
