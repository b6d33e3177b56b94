package org.aman.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.language.Folding;
import org.aman.language.Language;

/** Ways of speaking that an alert must not have, or must have, as far as a program can tell. */
final class Phrases {
    private static final int WORDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(in|within|for|after)\\s+(an?|\\d+|one|two|three|few)\\s+(more\\s+)?(minutes?|hours?|days?)\\b"
                    + "|\\b(today|tonight|tomorrow|yesterday|soon|shortly|now|this (morning|evening|afternoon))\\b"
                    + "|(\u0628\u0639\u062F|\u062E\u0644\u0627\u0644|\u0645\u0646\u0630)\\s+(\\S+\\s+)?"
                    + "(\u0633\u0627\u0639\\S*|\u062F\u0642\u064A\u0642\\S*|\u062F\u0642\u0627\u0626\u0642|\u064A\u0648\u0645\\S*)"
                    + "|\\b(\u0627\u0644\u064A\u0648\u0645|\u063A\u062F\u0627\u064B?|\u0623\u0645\u0633|\u0627\u0644\u0644\u064A\u0644\u0629|\u0627\u0644\u0622\u0646|\u0642\u0631\u064A\u0628\u0627\u064B?|\u0628\u0639\u062F \u0642\u0644\u064A\u0644)\\b",
            WORDS);

    /** What takes the claim back: such words are taken out before looking for it. */
    private static final Pattern NOT_SAFE = Pattern.compile(
            "\\b(not|isn't|never|no longer|un)\\s*(be\\s+|yet\\s+|a\\s+)?safe\\b"
                    + "|does not mean (that )?(it|the place|this place|the area|the road) is safe"
                    + "|(\u063A\u064A\u0631|\u0644\u064A\u0633\u062A?|\u0644\u0627 \u064A\u0639\u0646\u064A \\S+ ?\\S*|\u0644\u0645 \u064A\u0639\u062F|\u0644\u0645 \u062A\u0639\u062F) \u0622\u0645\u0646\\S*",
            WORDS);

    private static final Pattern SAFE =
            Pattern.compile("\\bsafe\\b|\\b(\u0627\u0644)?\u0622\u0645\u0646(\u0629|\u0627\u064B|\u0629\u064B|\u064A\u0646|\u0648\u0646)?\\b|\\b\u0628\u0623\u0645\u0627\u0646\\b", WORDS);

    private static final Pattern LINK =
            Pattern.compile("https?://|www\\.|\\bt\\.me/|\\b[a-z0-9-]+\\.(com|org|net|ly|gl|info|me|io)\\b", WORDS);

    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(password|passcode|id number|national number|bank account|your (phone|telephone|full name|address))\\b"
                    + "|\u0643\u0644\u0645\u0629 (\u0627\u0644\u0633\u0631|\u0627\u0644\u0645\u0631\u0648\u0631)|\u0631\u0642\u0645 (\u0647\u0648\u064A\u062A|\u0627\u0644\u0647\u0648\u064A\u0629|\u0647\u0627\u062A\u0641\u0643\u0645|\u062C\u0648\u0627\u0644\u0643\u0645)|\u0627\u0644\u0631\u0642\u0645 \u0627\u0644\u0648\u0637\u0646\u064A|\u0627\u0633\u0645\u0643\u0645 \u0627\u0644\u0643\u0627\u0645\u0644",
            WORDS);

    private static final Pattern MARKUP =
            Pattern.compile("</?[A-Za-z!]|&[a-z]+;|&#\\d+;|\\*\\*|__|```|\\]\\(");

    private static final Pattern CANNOT_MOVE = Pattern.compile(
            "\\bcan(not|'t| not)\\b|unable"
                    + "|(\u0644\u0627|\u0644\u0645) [\u064A\u062A\u0646]?\\S*\u0633\u062A\u0637\u064A\u0639|\u064A\u062A\u0639\u0630\u0631|\u062A\u0639\u0630\u0631|\u0639\u0627\u062C\u0632|\u0644\u0627 \u064A\u0642\u062F\u0631|\u0644\u0627 \u062A\u0642\u062F\u0631",
            WORDS);

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/]\\d+)*");

    private Phrases() {}

    static boolean isRelative(String text) {
        return RELATIVE.matcher(text).find();
    }

    static boolean claimsSafety(String text) {
        return SAFE.matcher(NOT_SAFE.matcher(text).replaceAll(" ")).find();
    }

    static boolean hasLink(String text) {
        return LINK.matcher(text).find();
    }

    static boolean asksForPersonalData(String text) {
        return PERSONAL.matcher(text).find();
    }

    static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    static boolean thinksOfThoseWhoCannotMove(String text) {
        return CANNOT_MOVE.matcher(text).find();
    }

    /** Signs that hide, turn round or break a text (A30, A32). */
    static boolean hasTrickySigns(String text) {
        int marks = 0;
        for (int sign : text.codePoints().toArray()) {
            int type = Character.getType(sign);
            marks = type == Character.NON_SPACING_MARK ? marks + 1 : 0;
            boolean control = Character.isISOControl(sign) && sign != '\n';
            if (control || type == Character.FORMAT || type == Character.SURROGATE || marks > 4) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line has signs but neither letters nor digits. */
    static boolean hasWordlessLine(String text) {
        return text.lines().anyMatch(line -> !line.isBlank() && line.codePoints().noneMatch(Character::isLetterOrDigit));
    }

    /** The numbers and times of a text, sorted; Arabic digits count as the others. */
    static List<String> numbers(String text) {
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

    /** The text as it counts for those who read it: the same in every spelling. */
    static String plain(String text, Language language) {
        return Folding.fold(text).toLowerCase(language.locale());
    }
}
