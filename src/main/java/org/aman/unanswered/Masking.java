package org.aman.unanswered;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what could lead to a person: links, e-mail addresses, names of accounts, coordinates, telephone
 * numbers and other long numbers, in any digits. Numbers that people need in a question stay: distances, amounts, dates,
 * times. Names of persons cannot be told from other words and stay too.
 */
final class Masking {
    /** What stands where something was taken out; a sign rather than a word, since questions come in two languages. */
    static final String MASK = "[...]";

    private static final int LONGEST_READ = 8_000;
    private static final int LONGEST_KEPT = 1_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Z}]+");
    private static final Pattern PILED_UP_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    /** In this order: a later pattern must not find half of what an earlier one would have taken whole. */
    private static final List<Pattern> TRACES = List.of(
            // Addresses with a scheme, then bare ones by their ending or by a path behind it.
            Pattern.compile("(?iu)\\b[a-z][a-z0-9+.-]{1,15}:/{1,2}\\S+|\\b(?:mailto|tel|sms|geo|tg):\\S+"),
            Pattern.compile("///[\\p{L}\\p{M}]+\\.[\\p{L}\\p{M}]+\\.[\\p{L}\\p{M}]+"),
            Pattern.compile("(?U)[\\w.%+-]{1,64}+\\s?@\\s?[\\w-]{1,63}(?:\\.[\\w-]{1,63})++"),
            Pattern.compile("(?i)\\b(?:[a-z0-9-]{1,63}\\.){1,6}"
                    + "(?:com|org|net|info|me|io|co|app|link|gl|ly|sy|tr|de|uk|ru|edu|gov|ngo)\\b(?:[/?#:]\\S*)?"),
            Pattern.compile("(?i)\\b(?:[a-z0-9-]{1,63}\\.){1,6}[a-z]{2,24}/\\S+"),
            Pattern.compile("(?U)@\\s?[\\w.]{2,64}"),
            // Degrees, then a Plus Code, then decimal degrees: three decimals are a hundred metres.
            Pattern.compile("\\p{Nd}{1,3}(?:[.,٫]\\p{Nd}+)?\\s?°(?:\\s?[\\p{Nd}.,٫'’′\"”″])*+(?:\\s?[NSEWnsewشجغق]\\b)?"),
            Pattern.compile("(?i)\\b[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}\\b"),
            Pattern.compile("[-+]?\\p{Nd}{1,3}(?:[.٫]\\p{Nd}{3,}|,\\p{Nd}{4,})"),
            Pattern.compile("[-+]?\\p{Nd}{1,3}[.٫]\\p{Nd}+\\s?[,;/،؛ ]\\s?[-+]?\\p{Nd}{1,3}[.٫]\\p{Nd}+"));

    /**
     * Digits with at most a few signs between one and the next. Possessive, as all loops here: it never has to give back,
     * and a long text must not be matched by recursion.
     */
    private static final Pattern NUMBERS =
            Pattern.compile("[+(]{0,2}\\p{Nd}(?:[\\p{Z}\\p{Pd}\\p{M}._()/\\\\,،٫٬·•*+~|'’]{0,4}\\p{Nd})*+");

    private static final Pattern DATE = Pattern.compile(
            "\\p{Nd}{1,2}([-./])\\p{Nd}{1,2}\\1\\p{Nd}{4}|\\p{Nd}{4}([-./])\\p{Nd}{1,2}\\2\\p{Nd}{1,2}");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\P{Nd}+");

    /** Five digits count families or prices; a sixth makes a number of somebody. */
    private static final int LONGEST_RUN = 5;

    /** With signs between them, three groups such as 300-400 stay below this; telephone numbers do not. */
    private static final int MOST_DIGITS = 6;

    private Masking() {}

    /** The text without traces, on one line, at most 1,000 characters long. */
    static String mask(String words) {
        String text = plain(words.length() > LONGEST_READ ? words.substring(0, LONGEST_READ) : words);
        for (Pattern trace : TRACES) {
            text = trace.matcher(text).replaceAll(MASK);
        }
        text = NUMBERS.matcher(text).replaceAll(Masking::maskLong).strip();
        return text.length() > LONGEST_KEPT ? text.substring(0, wholeCharacters(text)) : text;
    }

    /** One way to write each character, nothing invisible between them: a trace must not hide behind either. */
    private static String plain(String words) {
        // Compatibility forms would turn the ordinal sign, often typed for degrees, into a letter.
        String visible = INVISIBLE.matcher(withoutHalves(words).replace('º', '°')).replaceAll("");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        return PILED_UP_MARKS.matcher(CONTROL.matcher(composed).replaceAll(" ")).replaceAll("$1");
    }

    /** Drops surrogates that lost their other half: no database takes them. */
    private static String withoutHalves(String words) {
        StringBuilder whole = new StringBuilder(words.length());
        words.codePoints()
                .filter(character -> character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static String maskLong(MatchResult number) {
        String text = number.group();
        if (DATE.matcher(text).matches()) {
            return text;
        }
        int digits = 0;
        int longest = 0;
        for (String run : NOT_A_DIGIT.split(text)) {
            int length = run.codePointCount(0, run.length());
            digits += length;
            longest = Math.max(longest, length);
        }
        return longest > LONGEST_RUN || digits > MOST_DIGITS ? MASK : Matcher.quoteReplacement(text);
    }

    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST_KEPT - 1)) ? LONGEST_KEPT - 1 : LONGEST_KEPT;
    }
}
