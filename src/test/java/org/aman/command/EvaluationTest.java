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

/** The development questions: answers may get better unseen, never worse. The floors stand a little under the last figures. */
class EvaluationTest {
    private static final Path SET = Path.of("src/test/resources/evaluation/dev");
    private static final Score SCORE = new Score();

    @BeforeAll
    static void ask() {
        Offline offline = Offline.over(Path.of("config"), SET.resolve("updates"), Clock.systemUTC());
        for (GoldQuestion question : GoldQuestion.read(SET.resolve("questions.jsonl"))) {
            Considered considered = offline.answerer().consider(question.asked(Instant.parse("2020-01-12T16:00:00Z")));
            Answer answer = considered.answer();
            List<Update.Id> shown = GoldQuestion.shown(answer);
            SCORE.add(question, answer.kind(), question.isRight(answer.kind(), shown), question.isFalse(answer.kind(), shown), 0);
        }
    }

    @Test
    void mostQuestionsAreAnsweredRight() {
        assertThat(SCORE.right()).as(SCORE.table()).isGreaterThanOrEqualTo(93);
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
