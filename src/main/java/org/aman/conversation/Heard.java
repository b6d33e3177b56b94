package org.aman.conversation;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.aman.language.RightToLeft;

/** What remains of words that came in, once what nobody can read is taken out. */
sealed interface Heard {
    /** Words that can be understood. */
    record Words(String text) implements Heard {
        /** Never the words. */
        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    /** Nothing to read: empty, only pictures, only marks. */
    record Nothing() implements Heard {}

    /** More than a message may hold. */
    record TooLong() implements Heard {}

    /** UTF-16 units; the longest message the narrowest channel carries. */
    int MOST_UNITS = 4096;

    String DISTRESS_SIGN = "\uD83C\uDD98"; // the SOS button among the pictures

    /** How the sign is read; it is a word of no language. */
    String DISTRESS = "SOS";

    /** Signs that say nothing: controls, unpaired halves of characters, invisible tags. */
    Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{E0000}-\\x{E007F}&&[^\\n\\t]]");

    /** More marks on one letter than any language writes. */
    Pattern PILED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    Pattern SPACES = Pattern.compile("[ \\t\\u00A0]+");

    static Heard of(String said) {
        if (said.length() > MOST_UNITS) {
            return new TooLong();
        }
        String readable = UNREADABLE.matcher(RightToLeft.unmarked(said)).replaceAll(" ");
        String calm = PILED_MARKS.matcher(readable.replace(DISTRESS_SIGN, " " + DISTRESS + " ")).replaceAll("$1");
        String text = SPACES.matcher(Normalizer.normalize(calm, Normalizer.Form.NFC)).replaceAll(" ").strip();
        return text.codePoints().anyMatch(Character::isLetterOrDigit) || text.startsWith("/")
                ? new Words(text)
                : new Nothing();
    }
}
