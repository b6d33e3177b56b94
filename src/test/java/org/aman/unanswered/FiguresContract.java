package org.aman.unanswered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.aman.database.Fight;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.junit.jupiter.api.Test;

/** Counting questions, without who asked them. */
abstract class FiguresContract {
    private final PinnedClock clock = new PinnedClock("2020-01-12T16:47:31Z");

    abstract FreshDatabase database();

    @Test
    void questionsAreCountedByHourKindTopicAndLanguage() {
        Figures figures = figures();
        figures.count("found", "road", Language.ARABIC);
        figures.count("found", "road", Language.ARABIC);
        figures.write();
        figures.count("found", "road", Language.ARABIC);
        figures.count("unknown", "", Language.ENGLISH);
        clock.passes(Duration.ofHours(1));
        figures.count("unclear", "camp", Language.ENGLISH);
        figures.write();

        Instant four = Instant.parse("2020-01-12T16:00:00Z");
        Instant five = Instant.parse("2020-01-12T17:00:00Z");
        assertThat(figures.asked(24))
                .containsExactly(
                        new Figures.Asked(four, "found", "road", Language.ARABIC, 3),
                        new Figures.Asked(four, "unknown", "", Language.ENGLISH, 1),
                        new Figures.Asked(five, "unclear", "camp", Language.ENGLISH, 1));
        assertThat(figures.asked(1)).extracting(Figures.Asked::kind).containsExactly("unclear");
    }

    @Test
    void countsMadeWhileOthersAreWrittenAreKept() throws Exception {
        Figures figures = figures();

        Fight.of(round -> {
            figures.count("found", "road", Language.ARABIC);
            figures.write();
            return round;
        });
        figures.write();

        assertThat(figures.asked(24)).extracting(Figures.Asked::questions).containsExactly(80);
    }

    @Test
    void howLongQuestionsWaitedIsKeptInHours() {
        OpenQuestions questions = new OpenQuestions(
                database().jdbc(), database().dialect(), database().seal(), clock, database().identifiers());
        questions.ask("one", Language.ENGLISH, null, null, OpenQuestion.Reason.UNKNOWN);
        clock.passes(Duration.ofHours(3));

        questions.all().forEach(figures()::answered);
        questions.all().forEach(figures()::answered);

        assertThat(figures().waited(7)).containsExactly(new Figures.Waited(3, 2));
    }

    @Test
    void p2_aCountNamesNobodyNoPlaceAndNoWords() {
        assertThat(database().columns().stream()
                        .filter(column -> column.table().endsWith("_tally"))
                        .map(FreshDatabase.Column::toString))
                .containsExactlyInAnyOrder(
                        "alert_tally.number",
                        "alert_tally.outcome",
                        "alert_tally.people",
                        "answer_tally.hour",
                        "answer_tally.kind",
                        "answer_tally.topic",
                        "answer_tally.language",
                        "answer_tally.questions",
                        "waiting_tally.day",
                        "waiting_tally.hours",
                        "waiting_tally.questions");
    }

    @Test
    void countsOlderThanTwelveMonthsGo() {
        Figures figures = figures();
        figures.count("found", "road", Language.ARABIC);
        figures.write();
        clock.passes(Duration.ofDays(366));

        figures.sweep();

        assertThat(database().dump()).doesNotContain("answer_tally");
    }

    private Figures figures() {
        return new Figures(database().jdbc(), database().transaction(), clock);
    }
}
