package org.aman.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.language.Token;
import org.aman.language.WordFile;

/**
 * How people in danger speak: signs made of a few kinds of words in their order, read from {@code distress.txt}. It tells
 * which signs stand in a message; whether they make a plea is {@link Plea}'s to say.
 */
final class Distress {
    /** What a sign tells. */
    enum Kind {
        /** A call for help. */
        CRY,
        /** Danger to life, told of someone. */
        GRAVE,
        /** Danger that may as well be news. */
        PERIL,
        /** Of whom it is told: oneself, one's own. */
        VICTIM,
        /** Somebody, or how bad it is. */
        HEED,
        /** It is urgent, or nobody is there to help. */
        NOW,
        /** Asked about. */
        ASKS,
        /** How something is done is asked. */
        HOW,
        /** Told of what may happen. */
        GENERAL,
        /** Told of what was, or is still to come. */
        PAST,
        /** Denied: nobody is hurt. */
        DENIED,
        /** What is asked for is papers, money, a course. */
        ERRAND,
        /** It happens to a thing or an animal. */
        THING
    }

    private static final String FILE = "distress.txt";
    private static final String FIRST = "first";
    private static final int NEAR = 2;
    private static final int FAR = 6;

    private static final Distress SHIPPED = read();

    /**
     * Words of one of these kinds, at most so many words after those before.
     *
     * @param numbers the numbers of the kinds
     */
    record Step(int within, Set<String> words, BitSet numbers) {}

    /**
     * One sign.
     *
     * @param text as it is written in the file
     */
    record Sign(Kind kind, String text, List<Step> steps) {}

    private final DistressWords words = new DistressWords();
    private final Map<Integer, List<Sign>> signsBeginningWith = new HashMap<>();
    private final int first = words.number(FIRST);

    private Distress() {}

    /** The one this version comes with. */
    static Distress shipped() {
        return SHIPPED;
    }

    private static Distress read() {
        Distress distress = new Distress();
        WordFile.lines(Distress.class, FILE).forEach(distress::add);
        distress.words.close();
        distress.check();
        return distress;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ");
        List<String> rest = Arrays.asList(line.substring(colon + 1).strip().split("\\s+"));
        switch (head[0]) {
            case "word" -> rest.forEach(word -> words.add(head[1], word, false));
            case "sound" -> rest.forEach(word -> words.add(head[1], word, true));
            case "sign" -> add(new Sign(Kind.valueOf(head[1].toUpperCase(Locale.ROOT)), String.join(" ", rest), steps(rest)));
            default -> throw new IllegalStateException(FILE + ": " + line);
        }
    }

    /** A sign of words that do not exist would never be seen, and nobody would notice. */
    private void check() {
        for (List<Sign> beginning : signsBeginningWith.values()) {
            for (Sign sign : beginning) {
                for (Step step : sign.steps()) {
                    step.words().stream().filter(kind -> !kind.equals(FIRST) && !words.knows(kind)).forEach(kind -> {
                        throw new IllegalStateException(FILE + ": no words of the kind " + kind + " in: " + sign.text());
                    });
                }
            }
        }
    }

    private void add(Sign sign) {
        for (String kind : sign.steps().getFirst().words()) {
            signsBeginningWith.computeIfAbsent(words.number(kind), any -> new ArrayList<>()).add(sign);
        }
    }

    private Step step(int within, Set<String> kinds) {
        BitSet numbers = new BitSet();
        kinds.forEach(kind -> numbers.set(words.number(kind)));
        return new Step(within, kinds, numbers);
    }

    private List<Step> steps(List<String> parts) {
        List<Step> steps = new ArrayList<>();
        int within = NEAR;
        for (String part : parts) {
            switch (part) {
                case ".." -> within = FAR;
                case "+" -> within = 0;
                default -> {
                    steps.add(step(within, Set.of(part.split("\\|"))));
                    within = NEAR;
                }
            }
        }
        return steps;
    }

    /**
     * The signs that stand in these words.
     *
     * @param known whether a word is one of the language, so that it is not taken for a slip of another
     */
    List<Sign> in(List<Token> tokens, boolean arabizi, Predicate<Token> known) {
        DistressWords.Found found = words.in(tokens, arabizi, known);
        BitSet present = found.kinds();
        present.set(first);
        List<Sign> standing = new ArrayList<>();
        for (int kind = present.nextSetBit(0); kind >= 0; kind = present.nextSetBit(kind + 1)) {
            for (Sign sign : signsBeginningWith.getOrDefault(kind, List.of())) {
                if (mayStand(sign, present) && !standing.contains(sign) && stands(sign, found, tokens.size())) {
                    standing.add(sign);
                }
            }
        }
        return standing;
    }

    private static boolean mayStand(Sign sign, BitSet present) {
        for (Step step : sign.steps()) {
            if (!step.numbers().intersects(present)) {
                return false;
            }
        }
        return true;
    }

    private boolean stands(Sign sign, DistressWords.Found found, int size) {
        if (sign.steps().getFirst().numbers().get(first)) {
            return follows(sign, 1, 0, found, size);
        }
        for (int start = 0; start < size; start++) {
            if (continues(sign, 0, start, found, size)) {
                return true;
            }
        }
        return false;
    }

    /** Whether words of this step begin here, and those of all later ones follow. */
    private static boolean continues(Sign sign, int step, int start, DistressWords.Found found, int size) {
        for (DistressWords.Run run : found.beginningAt(start)) {
            if (sign.steps().get(step).numbers().get(run.kind()) && follows(sign, step + 1, run.end(), found, size)) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(Sign sign, int step, int from, DistressWords.Found found, int size) {
        if (step == sign.steps().size()) {
            return true;
        }
        Step next = sign.steps().get(step);
        for (int start = from; start <= from + next.within() && start < size; start++) {
            if (continues(sign, step, start, found, size)) {
                return true;
            }
        }
        return false;
    }
}
