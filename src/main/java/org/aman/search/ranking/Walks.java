package org.aman.search.ranking;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The walks of all clauses through one part of the index, each begun when it is first needed. */
final class Walks {
    private final Leaf leaf;
    private final List<Clause> clauses;
    private final boolean once;
    private final @Nullable Cursor[][] begun;

    /** @param once whether each form is walked through at one go, and never gone on with */
    Walks(Leaf leaf, List<Clause> clauses, boolean once) {
        this.leaf = leaf;
        this.clauses = clauses;
        this.once = once;
        this.begun = new Cursor[once ? 0 : clauses.size()][];
    }

    Clause clause(int clause) {
        return clauses.get(clause);
    }

    /** The walk of one form of a clause. */
    Cursor of(int clause, int form) throws IOException {
        if (once) {
            return begin(clause, form);
        }
        @Nullable Cursor[] forms = begun[clause];
        if (forms == null) {
            forms = new Cursor[clauses.get(clause).forms().size()];
            begun[clause] = forms;
        }
        Cursor known = forms[form];
        if (known == null) {
            known = begin(clause, form);
            forms[form] = known;
        }
        return known;
    }

    private Cursor begin(int clause, int form) throws IOException {
        return new Cursor(clauses.get(clause).forms().get(form), leaf, once);
    }
}
