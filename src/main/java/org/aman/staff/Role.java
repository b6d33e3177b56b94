package org.aman.staff;

import java.util.EnumSet;
import java.util.Set;

/** What people are trusted with: the one table of who may do what. Nobody may list, search or export residents. */
public enum Role {
    READER(EnumSet.of(Act.READ)),
    VOLUNTEER(EnumSet.of(Act.READ, Act.WRITE, Act.HOLD, Act.ANSWER_QUESTIONS, Act.FREEZE)),
    EDITOR(EnumSet.of(
            Act.READ,
            Act.WRITE,
            Act.REVIEW,
            Act.PUBLISH_ALONE,
            Act.HOLD,
            Act.WITHDRAW,
            Act.ANSWER_QUESTIONS,
            Act.CORRECT,
            Act.FREEZE,
            Act.UNFREEZE)),
    ADMIN(EnumSet.allOf(Act.class));

    private final Set<Act> acts;

    Role(EnumSet<Act> acts) {
        this.acts = acts;
    }

    /** Whether people of this role may do this. */
    public boolean may(Act act) {
        return acts.contains(act);
    }
}
