package org.aman.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Known words, and the nearest of them to a mistyped one. One slip (a letter changed, added, lost or two swapped) is
 * allowed from five letters on, two from eight; of four letters two may be swapped; shorter words must be exact.
 */
public final class Spelling {
    private static final int SWAP_AT = 4;
    private static final int ONE_SLIP_FROM = 5;
    private static final int TWO_SLIPS_FROM = 8;

    /** The unknown words and names of some hundred questions. */
    private static final int MOST_REMEMBERED = 1_024;

    /** Neighbours on the Arabic and the Latin keyboard. */
    private static final String[] KEYBOARD = {"ضصثقفغعهخحجد", "شسيبلاتنمكط", "رويهةوزظ", "qwertyuiop", "asdfghjkl", "zxcvbnm"};

    /** Letters that ears or eyes exchange: the same sound, or the same shape but for dots. */
    private static final String[] EXCHANGED = {
        "بتثني", "جحخ", "دذض", "رز", "سشصث", "صض", "طظت", "عغ", "فق", "قك", "ظزضذ", "هحا", "هت", "اهي", "او", "وي", "aeiou", "uw",
        "yi", "pb", "kqcg", "hx", "dt", "sz", "$s", "sc"
    };

    /** By letter, those it is exchanged for; the alphabets written here end before U+0700. */
    private static final String[] ALIKE = alike();

    private final Map<Integer, String[]> byLength = new HashMap<>();
    private final Map<Integer, long[]> signatures = new HashMap<>();
    private final Set<String> ofFour = new HashSet<>();
    private final Remembered<String, List<String>> remembered = new Remembered<>(MOST_REMEMBERED);

    public Spelling(Collection<String> words) {
        Map<Integer, List<String>> lists = new HashMap<>();
        for (String word : new LinkedHashSet<>(words)) {
            lists.computeIfAbsent(word.length(), length -> new ArrayList<>()).add(word);
        }
        ofFour.addAll(lists.getOrDefault(SWAP_AT, List.of()));
        lists.forEach((length, list) -> {
            byLength.put(length, list.toArray(String[]::new));
            signatures.put(length, list.stream().mapToLong(Spelling::signature).toArray());
        });
    }

    /** How many slips a word of this length may hold. */
    public static int slips(int length) {
        return length >= TWO_SLIPS_FROM ? 2 : length >= ONE_SLIP_FROM ? 1 : 0;
    }

    /** The known word nearest to this one within the allowed slips; empty where none, or where two are equally near. */
    public Optional<String> nearest(String word) {
        List<String> near = near(word);
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /** All known words at the least distance within the allowed slips; the word itself is distance 0. */
    public List<String> near(String word) {
        if (word.length() == SWAP_AT) {
            return swapped(word);
        }
        return remembered.ofWord(word.length(), word, this::lookedFor);
    }

    private List<String> lookedFor(String word) {
        int allowed = slips(word.length());
        List<String> best = new ArrayList<>();
        int bestDistance = allowed + 1;
        long signature = signature(word);
        String squeezed = squeezed(word);
        for (int length = word.length() - allowed; length <= word.length() + allowed; length++) {
            String[] words = byLength.get(length);
            if (words == null) {
                continue;
            }
            long[] marks = signatures.getOrDefault(length, new long[0]);
            for (int i = 0; i < words.length; i++) {
                int most = Math.min(allowed, bestDistance);
                if (Long.bitCount(marks[i] ^ signature) > 2 * most) {
                    continue; // each slip changes at most two kinds of letters
                }
                int distance = slips(word, squeezed, words[i], most);
                if (distance < bestDistance) {
                    best.clear();
                    bestDistance = distance;
                }
                if (distance == bestDistance && distance <= allowed) {
                    best.add(words[i]);
                }
            }
        }
        return List.copyOf(best);
    }

    /** Of four letters only two neighbours may have changed places: raod, tnet. */
    private List<String> swapped(String word) {
        if (ofFour.contains(word)) {
            return List.of(word);
        }
        List<String> near = new ArrayList<>();
        for (int i = 0; i + 1 < word.length(); i++) {
            String swapped = word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
            if (ofFour.contains(swapped) && !near.contains(swapped)) {
                near.add(swapped);
            }
        }
        return near;
    }

    /** A known word under five letters is never guessed, unless a letter of it was merely typed twice. */
    private static int slips(String word, String squeezed, String known, int allowed) {
        if (known.length() < ONE_SLIP_FROM && !squeezed.equals(squeezed(known))) {
            return word.equals(known) ? 0 : allowed + 1;
        }
        return distance(word, known, allowed);
    }

    /** The word with doubled letters written once, as a finger that stays too long writes them twice. */
    public static String squeezed(String word) {
        if (!hasDoubled(word)) {
            return word;
        }
        StringBuilder squeezed = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
                squeezed.append(word.charAt(i));
            }
        }
        return squeezed.toString();
    }

    private static boolean hasDoubled(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1)) {
                return true;
            }
        }
        return false;
    }

    private static long signature(String word) {
        long signature = 0;
        for (int i = 0; i < word.length(); i++) {
            signature |= 1L << (word.charAt(i) & 63);
        }
        return signature;
    }

    /** A letter changed into one that people do not exchange for it counts as two slips: it makes another word. */
    private static int change(char a, char b) {
        return a == b ? 0 : areAlike(a, b) ? 1 : 2;
    }

    private static boolean areAlike(char a, char b) {
        return a < ALIKE.length && ALIKE[a].indexOf(b) >= 0;
    }

    private static String[] alike() {
        String[] alike = new String[0x700];
        Arrays.fill(alike, "");
        for (String letters : EXCHANGED) {
            for (char letter : letters.toCharArray()) {
                alike[letter] += letters;
            }
        }
        for (String row : KEYBOARD) {
            for (int i = 0; i + 1 < row.length(); i++) {
                alike[row.charAt(i)] += row.charAt(i + 1);
                alike[row.charAt(i + 1)] += row.charAt(i);
            }
        }
        return alike;
    }

    /**
     * Slips between two words (optimal string alignment, a letter changed into an unlikely one counting double);
     * {@code most + 1} where there are more than {@code most}.
     */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = change(a.charAt(i - 1), b.charAt(j - 1));
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], most + 1);
    }
}
