package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.aman.answer.Answer;
import org.aman.answer.Considered;
import org.aman.knowledge.Update;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The question sets: answers may get better unseen, never worse. The floors stand a little under the last figures. */
class EvaluationTest {
    private static final Path SETS = Path.of("src/test/resources/evaluation");
    private static final Score SCORE = new Score();
    private static final Score SHIPPED = new Score();

    @BeforeAll
    static void ask() {
        ask(SETS.resolve("dev/updates"), SETS.resolve("dev/questions.jsonl"), SCORE);
        ask(Path.of("knowledge"), SETS.resolve("shipped/questions.jsonl"), SHIPPED);
    }

    private static void ask(Path updates, Path questions, Score score) {
        Offline offline = Offline.over(Path.of("config"), updates, Clock.systemUTC());
        for (GoldQuestion question : GoldQuestion.read(questions)) {
            Considered considered = offline.answerer().consider(question.asked(Instant.parse("2020-01-12T16:00:00Z")));
            Answer answer = considered.answer();
            List<Update.Id> shown = GoldQuestion.shown(answer);
            score.add(question, answer.kind(), question.isRight(answer.kind(), shown), question.isFalse(answer.kind(), shown), 0);
        }
    }

    @Test
    void mostQuestionsAreAnsweredRight() {
        assertThat(SCORE.right()).as(SCORE.table()).isGreaterThanOrEqualTo(93);
    }

    @Test
    void theShippedScenarioIsAnsweredAsWell() {
        assertThat(SHIPPED.right()).as(SHIPPED.table()).isGreaterThanOrEqualTo(92);
        assertThat(SHIPPED.falseIn("all")).as(SHIPPED.table()).isLessThanOrEqualTo(1.5);
    }

    @Test
    void everyVarietyIsUnderstood() {
        assertThat(SCORE.rightIn("variety en")).isGreaterThanOrEqualTo(90);
        assertThat(SCORE.rightIn("variety msa")).isGreaterThanOrEqualTo(88);
        assertThat(SCORE.rightIn("variety levantine")).isGreaterThanOrEqualTo(93);
        assertThat(SCORE.rightIn("variety arabizi")).isGreaterThanOrEqualTo(90);
        assertThat(SCORE.rightIn("variety typo-ar")).isGreaterThanOrEqualTo(90);
    }

    @Test
    void falseAnswersAreRareAndNoneWhereTheyKill() {
        assertThat(SCORE.falseIn("all")).as(SCORE.table()).isLessThanOrEqualTo(1.5);
        for (String trap : List.of("negation", "polarity", "expired", "superseded", "wrong-area", "lookalike-place", "injection")) {
            assertThat(SCORE.falseIn("trap " + trap)).as(trap).isZero();
        }
    }
}
