package org.aman.answer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aman.language.RememberedWords;
import org.aman.language.Token;

/** The {@link Traits} something was learned of, each by its number. Safe for use by many threads. */
final class KnownTraits {
    private static final int NONE = -1;

    /** Twice the known traits of a message of some fifteen words. */
    private static final int MANY = 1 << 10;

    private final RememberedWords<int[]> remembered = new RememberedWords<>();
    private final int[] hashes;
    private final int[] numbers;

    /** @param traits those numbered 0, 1, 2 ...; of two of the same hash the first stands for both */
    KnownTraits(List<String> traits) {
        int size = Integer.highestOneBit(Math.max(1, traits.size())) << 2;
        this.hashes = new int[size];
        this.numbers = new int[size];
        Arrays.fill(numbers, NONE);
        for (int number = 0; number < traits.size(); number++) {
            int hash = Traits.hash(traits.get(number));
            int slot = slot(hash);
            if (numbers[slot] == NONE) {
                hashes[slot] = hash;
                numbers[slot] = number;
            }
        }
    }

    /** The number of a trait, negative where it is not known. */
    int number(String trait) {
        return numbers[slot(Traits.hash(trait))];
    }

    private int number(int hash) {
        return numbers[slot(hash)];
    }

    /** Where the trait of this hash stands, or would stand. */
    private int slot(int hash) {
        int slot = (hash ^ hash >>> 15) & hashes.length - 1;
        while (numbers[slot] != NONE && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    /** The known traits of a message, each once. */
    int[] of(Reading reading) {
        Seen seen = new Seen();
        boolean arabizi = reading.guess().arabizi();
        for (Token token : reading.tokens()) {
            for (int number : remembered.of(token, arabizi, word -> ofWord(word, arabizi))) {
                seen.add(number);
            }
        }
        Traits.ofWhole(reading, (hash, kind, text, from, to) -> seen.add(number(hash)));
        return seen.all();
    }

    private int[] ofWord(Token word, boolean arabizi) {
        IntStream.Builder its = IntStream.builder();
        Traits.of(word, arabizi, (hash, kind, text, from, to) -> {
            int number = number(hash);
            if (number != NONE) {
                its.add(number);
            }
        });
        return its.build().distinct().toArray();
    }

    /** Takes each number once. */
    private static final class Seen {
        private int[] slots = new int[MANY]; // each number one more than it is, where it hashes to
        private int[] numbers = new int[MANY / 2];
        private int count;

        void add(int number) {
            if (number == NONE || !isNew(number)) {
                return;
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
                slots = new int[2 * slots.length];
                for (int i = 0; i < count; i++) {
                    isNew(numbers[i]);
                }
                isNew(number);
            }
            numbers[count++] = number;
        }

        private boolean isNew(int number) {
            int at = (number ^ number >>> 10) & slots.length - 1;
            while (slots[at] != 0 && slots[at] != number + 1) {
                at = at + 1 & slots.length - 1;
            }
            boolean isNew = slots[at] == 0;
            slots[at] = number + 1;
            return isNew;
        }

        int[] all() {
            return Arrays.copyOf(numbers, count);
        }
    }
}
