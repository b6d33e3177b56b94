package org.aman.owed;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aman.answer.Answerer;
import org.aman.knowledge.Update;
import org.aman.knowledge.UpdateDesk;
import org.aman.knowledge.Updates;
import org.aman.staff.Journal;
import org.aman.unanswered.Figures;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers open questions with updates. Naming the update is one step, kept at once; as soon as that update answers, the
 * questions become ways to ask it, those who wait are owed the answer, and the questions are gone. Safe for use by many
 * threads and replicas.
 */
@Component
public class Answers {
    private final OpenQuestions questions;
    private final Updates updates;
    private final UpdateDesk desk;
    private final Answerer answerer;
    private final Owed owed;
    private final Figures figures;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher announcements;

    Answers(
            OpenQuestions questions,
            Updates updates,
            UpdateDesk desk,
            Answerer answerer,
            Owed owed,
            Figures figures,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher announcements) {
        this.questions = questions;
        this.updates = updates;
        this.desk = desk;
        this.answerer = answerer;
        this.owed = owed;
        this.figures = figures;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
        this.announcements = announcements;
    }

    /**
     * Links questions to an update that answers them now; it is found by them at once.
     *
     * @return false where the update does not answer now
     */
    public boolean link(Collection<OpenQuestion.Id> asked, Update.Id update, String by) {
        if (!answersNow(update)) {
            return false;
        }
        named(asked, update, by, "question-linked");
        settle();
        return true;
    }

    /** Notes that an update is being written for these questions; they are answered once it is published. */
    public void write(Collection<OpenQuestion.Id> asked, Update.Id update, String by) {
        named(asked, update, by, "question-answer-begun");
        announcements.publishEvent(new Courier.Due());
    }

    private void named(Collection<OpenQuestion.Id> asked, Update.Id update, String by, String act) {
        transaction.executeWithoutResult(status -> {
            questions.answerWith(asked, update.value());
            asked.forEach(id -> journal.note(by, act, id.value(), update.value()));
        });
    }

    /** Closes questions unanswered, with the reason; whoever waits for them hears nothing more. */
    public void close(Collection<OpenQuestion.Id> asked, String reason, String by) {
        transaction.executeWithoutResult(status -> asked.forEach(id -> {
            if (questions.close(id)) {
                journal.note(by, "question-closed", id.value(), reason);
            }
        }));
    }

    private boolean answersNow(Update.Id update) {
        return answerer.update(update)
                .filter(known -> known.isCurrentAt(clock.instant()))
                .isPresent();
    }

    /** Has those who wait owed what is known by now. What a killed process left half done is done here. */
    public void settle() {
        boolean anyOwed = false;
        for (OpenQuestion question : questions.answered()) {
            Update.Id update = new Update.Id(Objects.requireNonNull(question.answeredBy()));
            if (answersNow(update)) {
                anyOwed |= settle(question, update);
            }
        }
        if (anyOwed) {
            announcements.publishEvent(new Courier.Due());
        }
    }

    private boolean settle(OpenQuestion question, Update.Id update) {
        if (question.reason() != OpenQuestion.Reason.UNCLEAR) {
            desk.addQuestion(update, question.language(), question.words(), "open-questions");
        }
        Optional<List<OpenQuestions.Waiting>> told = transaction.execute(status -> {
            Optional<List<OpenQuestions.Waiting>> waiting = questions.settle(question.id());
            waiting.ifPresent(all -> {
                all.forEach(one -> owed.answer(one.chat(), update.value(), question.language(), one.until()));
                figures.answered(question);
            });
            return waiting;
        });
        return told != null && told.filter(all -> !all.isEmpty()).isPresent();
    }
}
