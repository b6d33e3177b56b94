package org.aman.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes Latin names, times and ranges inside Arabic text read in their own direction.
 *
 * <p>Without isolation "M4", "06:00-10:00" or "/forget" lend their direction to the punctuation around them, and an
 * Arabic line shows its parts in the wrong order.
 */
public final class RightToLeft {
    private static final char ISOLATE = '\u2066'; // LEFT-TO-RIGHT ISOLATE
    private static final char END = '\u2069'; // POP DIRECTIONAL ISOLATE
    private static final char ZERO = '\u0660'; // ARABIC-INDIC DIGIT ZERO

    private static final String LETTER = "[A-Za-z\u00C0-\u024F]";
    private static final String SIGN = "[A-Za-z\u00C0-\u024F0-9]";
    private static final String BEFORE_SIGNS = "+@#/~";
    private static final String ATOM = "[" + BEFORE_SIGNS + "]?" + SIGN + "+(?:[.,:/_@+%&=?#~'\u2019\u2013-]+" + SIGN + "+)*[%\u00B0]?";
    private static final String NAME = "(?=" + SIGN + "*" + LETTER + ")" + ATOM;
    // Only Latin words are joined, with a number between them: two numbers side by side are read from right to left.
    private static final Pattern RUN =
            Pattern.compile(NAME + "(?:[,;:]? (?:" + ATOM + "[,;:]? ){0,2}" + NAME + ")*|" + ATOM);
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");
    private static final Pattern LATIN = Pattern.compile(LETTER);
    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]+");

    private RightToLeft() {}

    /** The text with every run that reads from left to right isolated, exactly once however often it is called. */
    public static String isolate(String text) {
        return isolate(text, false);
    }

    /**
     * As {@link #isolate(String)}, and with numbers in Arabic-Indic digits where that is how the person writes them.
     * Names such as M4 and telephone numbers keep their digits.
     */
    public static String isolate(String text, boolean arabicIndicDigits) {
        return unmarked(text).lines()
                .map(line -> line(line, arabicIndicDigits))
                .collect(Collectors.joining("\n"));
    }

    /** A line all in Latin is one run, with its punctuation. */
    private static String line(String line, boolean arabicIndicDigits) {
        if (!hasSign(line)) {
            return line;
        }
        if (!isPlainlyArabic(line) && LATIN.matcher(line).find() && !ARABIC.matcher(line).find()) {
            return ISOLATE + line + END;
        }
        return runsIsolated(line, arabicIndicDigits);
    }

    /** The pattern is tried only where a run can begin, which few signs of an Arabic line can. */
    private static String runsIsolated(String line, boolean arabicIndicDigits) {
        StringBuilder isolated = new StringBuilder(line.length() * 2);
        Matcher run = RUN.matcher(line);
        int at = 0;
        while (at < line.length()) {
            if (mayBeginRun(line.charAt(at)) && run.region(at, line.length()).lookingAt()) {
                isolated.append(isolated(run.group(), arabicIndicDigits));
                at = run.end();
            } else {
                isolated.append(line.charAt(at++));
            }
        }
        return isolated.toString();
    }

    private static boolean mayBeginRun(char sign) {
        return isSign(sign) || BEFORE_SIGNS.indexOf(sign) >= 0;
    }

    /** Whether one of the common letters stands there, which is most of the lines and costs less than the whole script. */
    private static boolean isPlainlyArabic(String line) {
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign >= '\u0641' && sign <= '\u064A' || sign >= '\u0620' && sign <= '\u063F') {
                return true;
            }
        }
        return false;
    }

    /** Most lines of Arabic hold none, and need not be searched for runs. */
    private static boolean hasSign(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isSign(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(char sign) {
        return sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z' || isAccented(sign);
    }

    private static boolean isAccented(char sign) {
        return sign >= '\u00C0' && sign <= '\u024F';
    }

    /** The text without any mark that changes its direction. */
    public static String unmarked(String text) {
        StringBuilder unmarked = null;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (isMark(sign)) {
                unmarked = unmarked == null ? new StringBuilder(text.length()).append(text, 0, i) : unmarked;
            } else if (unmarked != null) {
                unmarked.append(sign);
            }
        }
        return unmarked == null ? text : unmarked.toString();
    }

    private static boolean isMark(char sign) {
        return sign == '\u061C'
                || sign == '\u200E'
                || sign == '\u200F'
                || sign >= '\u202A' && sign <= '\u202E'
                || sign >= ISOLATE && sign <= END;
    }

    private static String isolated(String run, boolean arabicIndicDigits) {
        boolean number = !LATIN.matcher(run).find();
        String digits = number && arabicIndicDigits && !isTelephone(run) ? arabicIndic(run) : run;
        return ONLY_DIGITS.matcher(run).matches() ? digits : ISOLATE + digits + END;
    }

    /** A telephone number is tapped, and telephones know it in Western digits only. */
    private static boolean isTelephone(String number) {
        return number.startsWith("+") || number.chars().filter(Character::isDigit).count() > 6;
    }

    private static String arabicIndic(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (char sign : number.toCharArray()) {
            digits.append(sign >= '0' && sign <= '9' ? (char) (ZERO + sign - '0') : sign);
        }
        return digits.toString();
    }
}
