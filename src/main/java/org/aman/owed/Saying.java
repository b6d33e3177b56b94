package org.aman.owed;

import java.time.Clock;
import java.util.Optional;
import org.aman.answer.Answerer;
import org.aman.conversation.Tidings;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides, at the moment of sending, what somebody is told: what stands then, not what stood when it was owed. */
@Component
class Saying {
    private final Answerer answerer;
    private final Updates updates;
    private final Topics topics;
    private final Tidings tidings;
    private final Corrections corrections;
    private final Clock clock;

    Saying(
            Answerer answerer,
            Updates updates,
            Topics topics,
            Tidings tidings,
            Corrections corrections,
            Clock clock) {
        this.answerer = answerer;
        this.updates = updates;
        this.topics = topics;
        this.tidings = tidings;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** What to do about a debt now. */
    sealed interface Now {
        /**
         * Say this.
         *
         * @param told the update it tells; null for none
         */
        record Say(Reply reply, @Nullable Update told) implements Now {}

        /** Wait: the update is being checked. */
        record Wait() implements Now {}

        /** Nothing is left to say. */
        record Nothing() implements Now {}
    }

    Now now(Debt debt, Language language) {
        return switch (debt.kind()) {
            case ANSWER -> answer(debt, language);
            case CORRECTION -> correction(debt, language);
        };
    }

    private Now answer(Debt debt, Language language) {
        Update.Id id = new Update.Id(debt.updateId());
        Optional<Update> standing = standing(id);
        if (standing.isPresent()) {
            return new Now.Say(tidings.known(standing.get(), language), standing.get());
        }
        return isHeld(id) ? new Now.Wait() : new Now.Nothing();
    }

    private boolean isHeld(Update.Id id) {
        return updates.state(id).filter(state -> state == Updates.State.HELD).isPresent();
    }

    private Now correction(Debt debt, Language language) {
        Update.Id id = new Update.Id(debt.updateId());
        Optional<Update> told = updates.asOf(id, debt.revision());
        Optional<String> nowId = corrections.nowId(debt.correction());
        if (told.isEmpty()) {
            return new Now.Nothing();
        }
        Update instead = nowId.flatMap(other -> standing(new Update.Id(other))).orElse(null);
        boolean byAnother = instead != null && !instead.id().equals(id);
        return !byAnother && isRight(told.get())
                ? new Now.Nothing()
                : new Now.Say(tidings.corrected(told.get(), instead, language), instead);
    }

    /** Whether what they were told stands again, so that a correction would mislead. */
    private boolean isRight(Update told) {
        return answerer.update(told.id())
                .filter(update -> update.isCurrentAt(clock.instant()))
                .filter(update -> !Verdicts.saysOtherwise(told, update))
                .isPresent();
    }

    /** The index knows at once; only where it does not have it, all updates are read for what replaced it. */
    private Optional<Update> standing(Update.Id id) {
        return answerer.update(id)
                .filter(update -> update.isCurrentAt(clock.instant()))
                .or(() -> new Verdicts(updates, topics, clock.instant()).standing(id));
    }
}
