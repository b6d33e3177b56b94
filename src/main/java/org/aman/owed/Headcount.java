package org.aman.owed;

/** How many people, where fewer than ten are not told apart (P13). */
public record Headcount(int people) {
    private static final int FEWEST_SAID = 10;

    /** Whether it is nobody at all. */
    public boolean isNone() {
        return people == 0;
    }

    /** The number, or {@code <10}. */
    @Override
    public String toString() {
        return people > 0 && people < FEWEST_SAID ? "<" + FEWEST_SAID : Integer.toString(people);
    }
}
