package org.aman.database;

import java.util.random.RandomGenerator;

/** Makes names for rows: by chance, so that they tell neither their order nor anything else. */
public final class Identifiers {
    /** Digits and lower-case letters without those that are mistaken for others: 32 of them, 5 bits each. */
    private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxyz";

    private static final int LENGTH = 16; // 80 bits: a clash among a billion is below one in a million

    private final RandomGenerator random;

    public Identifiers(RandomGenerator random) {
        this.random = random;
    }

    /** A new name of 16 ASCII letters and digits. */
    public String next() {
        StringBuilder name = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
