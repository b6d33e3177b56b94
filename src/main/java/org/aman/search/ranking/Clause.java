package org.aman.search.ranking;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a document may hold that adds to its score: a word in any of its forms, a concept, a topic.
 *
 * @param forms what it may stand there as; only those that stand in some document
 * @param summed whether all forms that stand there are added up; else the best counts, and the others a little
 * @param least how many of the forms must stand there
 * @param most what it adds at most
 */
record Clause(List<Form> forms, boolean summed, int least, double most) {
    /** What the forms beside the best add to it: they are of the same word. */
    private static final float FURTHER_FORM = 0.1f;

    /**
     * One term.
     *
     * @param most what it is worth at most, or always where {@code scoring} is null
     */
    record Form(Standing standing, float most, @Nullable Bm25 scoring) {
        String field() {
            return standing.term().field();
        }
    }

    /** A word, the best of whose forms counts. */
    static Clause bestOf(List<Form> forms) {
        double best = 0;
        double all = 0;
        for (Form form : forms) {
            best = Math.max(best, form.most());
            all += form.most();
        }
        return new Clause(forms, false, 1, best + FURTHER_FORM * (all - best));
    }

    /** A word known by its parts alone, of which so many must stand there. */
    static Clause sumOf(List<Form> parts, int least) {
        return new Clause(parts, true, least, parts.stream().mapToDouble(Form::most).sum());
    }

    /** Whether it is worth what its only form is worth. */
    boolean isOneForm() {
        return forms.size() == 1;
    }

    /**
     * The forms of which one must stand in a document for it to get as much from this clause; all of them where that cannot
     * be told.
     */
    int[] neededFor(double worth) {
        int[] strongest = strongestFirst();
        if (summed || forms.size() == 1) {
            return strongest;
        }
        double weaker = 0;
        int needed = strongest.length;
        while (needed > 0) {
            float next = forms.get(strongest[needed - 1]).most();
            if (next + FURTHER_FORM * weaker >= worth) {
                break;
            }
            weaker += next;
            needed--;
        }
        return Arrays.copyOf(strongest, needed);
    }

    private int[] strongestFirst() {
        int[] sorted = new int[forms.size()];
        for (int form = 0; form < sorted.length; form++) {
            int at = form;
            while (at > 0 && forms.get(sorted[at - 1]).most() < forms.get(form).most()) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = form;
        }
        return sorted;
    }

    /** What it adds, by its best form and the others together. */
    float worth(float best, double further) {
        return (float) (summed ? best + further : best + further * FURTHER_FORM);
    }
}
