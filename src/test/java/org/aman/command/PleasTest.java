package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.aman.answer.Answer;
import org.aman.answer.Question;
import org.aman.knowledge.Update;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plea that is not heard can kill; one heard where there is none wastes an answer. */
class PleasTest {
    private static final Path MESSAGES = Path.of("src/test/resources/pleas");
    private static final Instant AT = Instant.parse("2020-01-12T16:00:00Z");

    private static Offline offline;

    @BeforeAll
    static void load() {
        offline = Offline.over(Path.of("config"), Path.of("knowledge"), Clock.systemUTC());
    }

    @Test
    void whoeverIsInDangerIsHeard() {
        List<String> missed = messages("heard.txt").stream().filter(message -> !isHeard(message)).toList();
        assertThat(missed).isEmpty();
    }

    @Test
    void whoeverAsksAboutDangerIsAnswered() {
        List<String> taken = messages("not-heard.txt").stream().filter(PleasTest::isHeard).toList();
        assertThat(taken).isEmpty();
    }

    /** Of a hand that nothing was learned from; the last figures stand in the README. */
    @Test
    void whoeverTellsItInNewWordsIsMostlyHeard() {
        assertThat(heardOf("closed/heard.txt")).isGreaterThan(0.88);
        assertThat(heardOf("closed/not-heard.txt")).isLessThan(0.04);
    }

    /** How to clean water is no help to who drank bleach for it. */
    @Test
    void adviceBesideAPleaIsOfWhatItTellsOrThereIsNone() {
        assertThat(advice("blood keeps coming out i can't stop it")).containsExactly(new Update.Id("guidance-bleeding"));
        assertThat(advice("الخيم عم تحترق وفي ولاد جوا")).containsExactly(new Update.Id("guidance-tent-fire"));
        assertThat(advice("drank bleach thinking it was water")).isEmpty();
        assertThat(advice("اخي شرب من قنينة الكلور فكرها مي وعم يستفرغ دم")).isEmpty();
        assertThat(advice("my uncle drank something from the shed and his eyes are tiny, he drools")).isEmpty();
    }

    private static List<Update.Id> advice(String plea) {
        Answer answer = offline.answerer().answer(Question.of(plea, AT));
        assertThat(answer).isInstanceOf(Answer.Emergency.class);
        return GoldQuestion.shown(answer);
    }

    private static double heardOf(String file) {
        return messages(file).stream().mapToInt(message -> isHeard(message) ? 1 : 0).average().orElseThrow();
    }

    private static List<String> messages(String file) {
        return LearnTone.lines(MESSAGES.resolve(file));
    }

    private static boolean isHeard(String message) {
        return offline.answerer().answer(Question.of(message, AT)) instanceof Answer.Emergency;
    }
}
