package org.aman.answer;

import static org.aman.answer.Knowledge.anUpdate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void theTitleMostOfWhichIsAskedComesBeforeOneThatMerelyHoldsTheWords() {
        Answer answer = new Knowledge()
                .has(advice("long", "Washing blankets, clothes and cooking pots in the river during winter floods"))
                .has(advice("short", "Washing clothes"))
                .ask("how do I wash clothes");
        assertThat(ids(answer)).startsWith("short");
    }

    private static Knowledge.An advice(String id, String title) {
        return anUpdate(id).about("guidance", "standing").evergreen().saying(title, "نصيحة " + id);
    }

    private static List<String> ids(Answer answer) {
        List<Answer.Shown> shown = answer instanceof Answer.Unclear unclear ? unclear.updates() : answer.shown();
        return shown.stream().map(one -> one.update().id().value()).toList();
    }
}
