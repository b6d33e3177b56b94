package org.aman.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a word sounds, in one alphabet for Arabic letters and for Latin ones (Arabizi and English spellings of names).
 *
 * <p>Letters that people exchange fall together: ط ت 6 t, ص س ث 9 s, ح ه 7 h, ق ك 2 q k, ض د d, ظ ز ذ z, غ gh 8, خ kh 5
 * 7'; ع, 3 and hamza are dropped, as people drop them.
 */
public final class Sounds {
    /** Nobody writes longer words; what is longer is noise, and reading it whole would cost much. */
    private static final int LONGEST_READ = 64;

    private static final int MOST_READINGS = 4;

    /** The Latin words of some hundred questions. */
    private static final int MOST_REMEMBERED = 2_048;

    private static final Remembered<String, List<String>> READINGS = new Remembered<>(MOST_REMEMBERED);

    private Sounds() {}

    /**
     * The letters of a Latin word that stand for one Arabic letter alone, where others drop or exchange it: 3 for ع, and 7 for ح
     * where an h may be either. The h at its end, mostly silent, is none.
     */
    static String marks(String latin) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < latin.length(); i++) {
            char letter = latin.charAt(i);
            boolean dotted = i + 1 < latin.length() && latin.charAt(i + 1) == '\'';
            boolean pair = letter == 'h' && (i == latin.length() - 1 || i > 0 && isPair(latin.charAt(i - 1), letter));
            if (!dotted && !pair && "37h".indexOf(letter) >= 0) {
                marks.append(letter);
            }
        }
        return marks.toString();
    }

    /** Whether a word of these marks is hardly one of the others: whoever writes a 3 hears an ع. */
    static boolean contradicts(String marks, String others) {
        return count(marks, '3') > count(others, '3');
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }

    /** The consonants of an Arabic word, long vowels dropped. */
    public static String skeleton(String arabic) {
        StringBuilder skeleton = new StringBuilder();
        int last = arabic.length() - 1;
        for (int i = 0; i <= last; i++) {
            char letter = arabic.charAt(i);
            if (letter == 'ه' && i == last) {
                continue; // a final heh is mostly teh marbuta
            }
            append(skeleton, consonant(letter));
        }
        return skeleton.toString();
    }

    /** The consonants and long vowels of an Arabic word, a vowel at its beginning left out, as {@link #readings} write sounds. */
    public static String spoken(String arabic) {
        StringBuilder spoken = new StringBuilder();
        int last = arabic.length() - 1;
        for (int i = 0; i <= last; i++) {
            char letter = arabic.charAt(i);
            char sound = i == last && (letter == 'ه' || letter == 'ا') ? 0 : sound(letter);
            boolean vowelFirst = i == 0 && letter == 'ا';
            if (sound != 0 && !vowelFirst) {
                append(spoken, sound);
            }
        }
        return spoken.toString();
    }

    private static char sound(char letter) {
        return switch (letter) {
            case 'ا' -> 'a';
            case 'و' -> 'u';
            case 'ي' -> 'i';
            default -> consonant(letter);
        };
    }

    private static void append(StringBuilder skeleton, char consonant) {
        if (consonant == 0 || !skeleton.isEmpty() && skeleton.charAt(skeleton.length() - 1) == consonant) {
            return; // doubled letters are mostly written once
        }
        skeleton.append(consonant);
    }

    /** The sound of an Arabic consonant; 0 for a vowel, and for what people drop. */
    static char consonant(char letter) {
        return switch (letter) {
            case 'ب' -> 'b';
            case 'ت', 'ط' -> 't';
            case 'ث', 'س', 'ص' -> 's';
            case 'ج' -> 'j';
            case 'ح', 'ه' -> 'h';
            case 'خ' -> 'x';
            case 'د', 'ض' -> 'd';
            case 'ذ', 'ز', 'ظ' -> 'z';
            case 'ر' -> 'r';
            case 'ش' -> '$';
            case 'غ' -> 'g';
            case 'ف' -> 'f';
            case 'ق', 'ك' -> 'k';
            case 'ل' -> 'l';
            case 'م' -> 'm';
            case 'ن' -> 'n';
            default -> 0;
        };
    }

    /** The letters of a Latin word folded to sounds, vowels kept but coarse: a, i (e y), u (o w). The likeliest first. */
    public static List<String> readings(String latin) {
        return READINGS.ofWord(latin.length(), latin, Sounds::worked);
    }

    private static List<String> worked(String latin) {
        Set<String> readings = new LinkedHashSet<>();
        read(latin.substring(0, Math.min(latin.length(), LONGEST_READ)), 0, "", readings);
        return List.copyOf(readings);
    }

    private static void read(String word, int at, String sofar, Set<String> readings) {
        if (readings.size() >= MOST_READINGS) {
            return;
        }
        if (at >= word.length()) {
            addTidied(sofar, word.endsWith("h"), readings);
            return;
        }
        int length = at + 1 < word.length() && isPair(word.charAt(at), word.charAt(at + 1)) ? 2 : 1;
        for (String sound : sounds(word.substring(at, at + length))) {
            read(word, at + length, sofar + sound, readings);
        }
    }

    private static boolean isPair(char first, char second) {
        return switch (second) {
            case 'h' -> "stkgdc".indexOf(first) >= 0;
            case '\'' -> "35679".indexOf(first) >= 0;
            case 'u', 'o' -> first == 'o';
            case 'e' -> first == 'e';
            default -> false;
        };
    }

    private static List<String> sounds(String letters) {
        return switch (letters) {
            case "sh", "ch", "$" -> List.of("$");
            case "kh", "5", "5'", "7'", "x" -> List.of("x");
            case "gh", "3'", "8" -> List.of("g");
            case "th" -> List.of("t", "s");
            case "dh", "d", "9'" -> List.of("d");
            case "6'", "z" -> List.of("z");
            case "6", "t" -> List.of("t");
            case "9", "s" -> List.of("s");
            case "4" -> List.of("z");
            case "7", "h" -> List.of("h");
            case "2" -> List.of("k", "");
            case "q", "k", "c" -> List.of("k");
            case "g" -> List.of("g", "j", "k");
            case "j" -> List.of("j");
            case "b", "p" -> List.of("b");
            case "f", "v" -> List.of("f");
            case "ou", "oo", "o", "u", "w" -> List.of("u");
            case "ee", "i", "e", "y" -> List.of("i");
            case "3", "'" -> List.of("");
            default -> letters.length() == 1 && Character.isLetterOrDigit(letters.charAt(0)) ? List.of(letters) : List.of("");
        };
    }

    /** A final h is mostly silent, as in Atmeh, Hamah; a final 7 is mostly spoken, as in maftou7. */
    private static void addTidied(String sounds, boolean silent, Set<String> readings) {
        String spoken = tidy(sounds);
        if (spoken.length() <= 3 || !spoken.endsWith("h")) {
            readings.add(spoken);
            return;
        }
        String unspoken = spoken.substring(0, spoken.length() - 1);
        readings.add(silent ? unspoken : spoken);
        if (readings.size() < MOST_READINGS) {
            readings.add(silent ? spoken : unspoken);
        }
    }

    private static String tidy(String sounds) {
        StringBuilder tidy = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sounds.charAt(i);
            if (tidy.isEmpty() || tidy.charAt(tidy.length() - 1) != sound) {
                tidy.append(sound);
            }
        }
        return tidy.toString();
    }

    /** The consonants alone of what {@link #readings} gives. */
    public static String consonants(String reading) {
        StringBuilder consonants = new StringBuilder();
        for (int i = 0; i < reading.length(); i++) {
            char sound = reading.charAt(i);
            if ("aiu".indexOf(sound) < 0) {
                append(consonants, sound);
            }
        }
        return consonants.toString();
    }

    /** The skeletons a Latin word can have, to be met by {@link #skeleton}. */
    public static Set<String> skeletons(String latin) {
        Set<String> skeletons = new LinkedHashSet<>();
        for (String reading : readings(latin)) {
            skeletons.add(consonants(reading));
        }
        return skeletons;
    }
}
