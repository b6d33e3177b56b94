package org.aman.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.answer.Answer;
import org.aman.answer.Answer.Shown;
import org.aman.answer.Question;
import org.aman.answer.Understanding;
import org.aman.knowledge.Freshness;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.aman.resident.Receipts;
import org.aman.resident.Resident;
import org.aman.unanswered.Figures;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestion.Reason;
import org.aman.unanswered.OpenQuestions;
import org.aman.unanswered.Usefulness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what must remain of an answer: the question that had none, what was told to whom, whether it helped. */
@Component
final class Keeper {
    private final OpenQuestions openQuestions;
    private final Receipts receipts;
    private final Usefulness usefulness;
    private final Figures figures;
    private final Freshness freshness;

    Keeper(OpenQuestions openQuestions, Receipts receipts, Usefulness usefulness, Figures figures, Freshness freshness) {
        this.openQuestions = openQuestions;
        this.receipts = receipts;
        this.usefulness = usefulness;
        this.figures = figures;
        this.freshness = freshness;
    }

    /** When what we answer from was last looked at, where it cannot be looked at now. */
    Optional<Instant> lostSince() {
        return freshness.lostSince();
    }

    /** Counts how a question ended; a courtesy is no question. */
    void count(Answer answer) {
        if (!(answer instanceof Answer.Social)) {
            Understanding understood = answer.understanding();
            String topic = understood.topics().isEmpty() ? "" : understood.topics().getFirst().value();
            figures.count(answer.kind(), topic, understood.language());
        }
    }

    /** Keeps the question, without who asked it, where volunteers should see that it had no answer; null otherwise. */
    OpenQuestion.@Nullable Id keepOpen(Answer answer, Question question) {
        return switch (answer) {
            case Answer.Unknown unknown -> open(question, answer.understanding(), Reason.UNKNOWN);
            case Answer.Unclear unclear -> open(question, answer.understanding(), Reason.UNCLEAR);
            case Answer.Outdated outdated -> open(question, answer.understanding(), Reason.UNKNOWN);
            case Answer.Found found -> null;
            case Answer.Emergency emergency -> null;
            case Answer.Social social -> null;
        };
    }

    private OpenQuestion.@Nullable Id open(Question question, Understanding understood, Reason reason) {
        String words = words(question);
        if (words.isBlank()) {
            return null;
        }
        Place.Id place = understood.places().isEmpty() ? null : understood.places().getFirst();
        Topic.Id topic = understood.topics().isEmpty() ? null : understood.topics().getFirst();
        return openQuestions.ask(
                words, understood.language(), place, topic == null ? null : topic.value(), reason);
    }

    /** A pressed button has no words of its own: it goes on from what was asked before it. */
    private static String words(Question question) {
        return question.text().isBlank() && !question.before().isEmpty() ? question.before().getLast() : question.text();
    }

    /** Notes what a resident was told, so that a correction can follow as long as it would have stood. */
    void noteTold(Answer answer, Resident resident) {
        for (Shown shown : standing(answer)) {
            Update update = shown.update();
            if (update.expires() != null) {
                receipts.told(resident.id(), update.id().value(), update.revision(), update.expires());
            }
        }
    }

    /** What it shows as standing, the nearest known among it. */
    private static List<Shown> standing(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> found.updates();
            case Answer.Unknown unknown -> unknown.nearest() == null ? List.of() : List.of(unknown.nearest());
            case Answer.Outdated outdated -> List.of();
            case Answer.Unclear unclear -> List.of();
            case Answer.Emergency emergency -> emergency.guidance();
            case Answer.Social social -> List.of();
        };
    }

    void rate(Update update, boolean useful) {
        usefulness.rate(update.id().value(), useful);
    }

    /** A question whose answer did not help goes to the volunteers. */
    void notHelped(String words, Language language, Update update) {
        Place.Id place = update.places().stream().findFirst().orElse(null);
        openQuestions.ask(words, language, place, update.topic().value(), Reason.NOT_USEFUL);
    }

    /** Whether this chat will be told when the question is answered; false where the question is gone. */
    boolean tellWhenKnown(OpenQuestion.Id question, Chat chat) {
        return openQuestions.tellWhenKnown(question, chat);
    }
}
