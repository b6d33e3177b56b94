package org.aman.language;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways of speaking that what we tell people must not have, as far as a program can tell: the one list of their patterns.
 * Which of them an update or an alert is held against, and how firmly, is theirs to say.
 */
public final class Phrasing {
    private static final int WORDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** A length of time counted from when it is read, which is never when it was written. */
    private static final Pattern COUNTED_FROM_NOW = Pattern.compile(
            "\\b(in|within)\\s+(an?|one|two|three|\\d+|a few)\\s+(hours?|minutes?|days?)\\b|\\btomorrow\\b"
                    + "|بعد ساعتين|بعد ساعة|خلال ساعات|بعد قليل|(?<!\\p{L})غداً|(?<!\\p{L})غدا(?!\\p{L})",
            WORDS);

    /** Further words that move with whoever reads them: beside a date they do no harm, in a warning they do. */
    private static final Pattern MOVES_WITH_THE_READER = Pattern.compile(
            "\\b(in|within|for|after)\\s+(an?|\\d+|one|two|three|few)\\s+(more\\s+)?(minutes?|hours?|days?)\\b"
                    + "|\\b(today|tonight|yesterday|soon|shortly|now|this (morning|evening|afternoon))\\b"
                    + "|(بعد|خلال|منذ)\\s+(\\S+\\s+)?(ساع\\S*|دقيق\\S*|دقائق|يوم\\S*)"
                    + "|\\b(اليوم|أمس|الليلة|الآن|قريباً?)\\b",
            WORDS);

    private static final Pattern SAFE = Pattern.compile("\\bsafe\\b|\\b(ال)?آمن(ة|اً|ةً|ين|ون)?\\b|\\bبأمان\\b", WORDS);

    /** What takes the claim back on the spot. */
    private static final Pattern NOT_SAFE = Pattern.compile(
            "\\b(not|isn't|never|no longer|un)\\s*(be\\s+|yet\\s+|a\\s+)?safe\\b"
                    + "|does not mean (that )?(it|the place|this place|the area|the road) is safe"
                    + "|(غير|ليست?|لا يعني \\S+ ?\\S*|لم يعد|لم تعد) آمن\\S*",
            WORDS);

    /** Somebody says that something is safe, rather than speaking of safe places. */
    private static final Pattern CALLED_SAFE = Pattern.compile(
            "\\b(?:is|are|now|completely|totally)\\s+(?:now\\s+)?safe\\b|(?<!\\p{L})(?:ال)?آمن(?:ة|ون|ين)?(?!\\p{L})", WORDS);

    /** "This does not mean that the place is safe" is what should be said. */
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:not|never|no|cannot)\\b|n't\\b|(?<!\\p{L})(?:لا|ليس|ليست|غير|لم|لن|أي)(?!\\p{L})", WORDS);

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?؟\\n]+");

    /** Links that hide where they lead. */
    private static final Pattern SHORTENED = Pattern.compile("\\b(bit\\.ly|t\\.co|tinyurl\\.com|goo\\.gl|is\\.gd)/");

    private static final Pattern LINK =
            Pattern.compile("https?://|www\\.|\\bt\\.me/|\\b[a-z0-9-]+\\.(com|org|net|ly|gl|info|me|io)\\b", WORDS);

    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(password|passcode|id number|national number|bank account|your (phone|telephone|full name|address))\\b"
                    + "|كلمة (السر|المرور)|رقم (هويت|الهوية|هاتفكم|جوالكم)|الرقم الوطني|اسمكم الكامل",
            WORDS);

    private static final Pattern MARKUP =
            Pattern.compile("<\\s*/?\\s*[a-zA-Z!]|&[a-zA-Z]+;|&#\\d+;|\\*\\*|__|```|\\]\\(");

    private static final Pattern CANNOT_MOVE = Pattern.compile(
            "\\bcan(not|'t| not)\\b|unable"
                    + "|(لا|لم) [يتن]?\\S*ستطيع|يتعذر|تعذر|عاجز|لا يقدر|لا تقدر",
            WORDS);

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/]\\d+)*");

    /** A letter carries a doubling and a vowel sign, and a pasted text now and then one more. */
    private static final int MOST_MARKS = 3;

    private Phrasing() {}

    /** Whether it counts a length of time from when it is read, such as "in 2 hours". */
    public static boolean countsFromNow(String text) {
        return COUNTED_FROM_NOW.matcher(text).find();
    }

    /** Whether any time in it moves with the reader, such as "in 2 hours" or "today". */
    public static boolean movesWithTheReader(String text) {
        return countsFromNow(text) || MOVES_WITH_THE_READER.matcher(text).find();
    }

    /** Whether a sentence calls something safe and nothing in it denies that. */
    public static boolean promisesSafety(String text) {
        return SENTENCE_END.splitAsStream(text)
                .anyMatch(sentence ->
                        CALLED_SAFE.matcher(sentence).find() && !DENIED.matcher(sentence).find());
    }

    /** Whether the word stands there at all, unless it is taken back on the spot. */
    public static boolean saysSafe(String text) {
        return SAFE.matcher(NOT_SAFE.matcher(text).replaceAll(" ")).find();
    }

    public static boolean hasShortenedLink(String text) {
        return SHORTENED.matcher(text).find();
    }

    public static boolean hasLink(String text) {
        return LINK.matcher(text).find();
    }

    public static boolean asksForPersonalData(String text) {
        return PERSONAL.matcher(text).find();
    }

    public static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    public static boolean thinksOfThoseWhoCannotMove(String text) {
        return CANNOT_MOVE.matcher(text).find();
    }

    /** The first sign that hides, turns round or breaks a text (A30, A32), as a code point; empty where there is none. */
    public static OptionalInt hiddenSign(String text) {
        int marks = 0;
        for (int sign : text.codePoints().toArray()) {
            int type = Character.getType(sign);
            marks = type == Character.NON_SPACING_MARK ? marks + 1 : 0;
            boolean control = Character.isISOControl(sign) && sign != '\n';
            if (control || type == Character.FORMAT || type == Character.SURROGATE || marks > MOST_MARKS) {
                return OptionalInt.of(sign);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a line has signs but neither letters nor digits. */
    public static boolean hasWordlessLine(String text) {
        return text.lines().anyMatch(line -> !line.isBlank() && line.codePoints().noneMatch(Character::isLetterOrDigit));
    }

    /** The numbers and times of a text, sorted; Arabic digits count as the others. */
    public static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(westernDigits(text));
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        numbers.sort(null);
        return numbers;
    }

    private static String westernDigits(String text) {
        StringBuilder western = new StringBuilder();
        text.codePoints().forEach(sign -> {
            int digit = Character.isDigit(sign) ? Character.digit(sign, 10) : -1;
            western.appendCodePoint(digit < 0 ? sign : '0' + digit);
        });
        return western.toString();
    }
}
