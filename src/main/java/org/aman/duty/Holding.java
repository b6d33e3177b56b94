package org.aman.duty;

import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Update;
import org.aman.knowledge.UpdateDesk;
import org.aman.knowledge.Updates;
import org.aman.message.Reply;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Takes updates out of the answers, for a while or for good. */
@Component
final class Holding {
    private final UpdateDesk desk;
    private final Updates updates;
    private final Naming naming;
    private final Speech speech;

    Holding(UpdateDesk desk, Updates updates, Naming naming, Speech speech) {
        this.desk = desk;
        this.updates = updates;
        this.naming = naming;
        this.speech = speech;
    }

    /** Holds the update that a draft would change; a draft of a new update simply waits on. */
    Reply holdBeside(Volunteer who, Draft draft) {
        Optional<Update.Id> answering = draft.baseRevision() > 0 ? draft.update() : Optional.empty();
        return answering.isEmpty()
                ? speech.say(who, "duty.review.waits")
                : said(who, desk.hold(who, answering.get(), draft.baseRevision(), ""), "duty.update.held");
    }

    /** Takes out of the answers what was seen: for good where this person may, else until somebody has checked it. */
    Reply takeOut(Volunteer who, Update seen) {
        return who.may(Act.WITHDRAW)
                ? said(who, desk.withdraw(who, seen.id(), seen.revision(), ""), "duty.update.withdrawn")
                : said(who, desk.hold(who, seen.id(), seen.revision(), ""), "duty.update.held");
    }

    private Reply said(Volunteer who, Ruling ruling, String done) {
        return switch (ruling) {
            case Ruling.Stands(Update update, Updates.State state) -> speech.say(
                    who, done, Map.of("update", headline(who, update)));
            case Ruling.Refused refused -> speech.refused(who, refused);
            case Ruling other -> throw new IllegalStateException("An update cannot be taken out as " + other.getClass());
        };
    }

    /** The update, as long as it answers and is what was seen. */
    Optional<Update> seen(String id, int revision) {
        Update.Id name = new Update.Id(id);
        return updates.update(name)
                .filter(update -> update.revision() == revision)
                .filter(update -> updates.state(name).filter(Updates.State.PUBLISHED::equals).isPresent());
    }

    /** An update on one line. */
    String headline(Volunteer who, Update update) {
        return update.title().best(who.language());
    }

    String ends(Volunteer who, Update update) {
        return update.expires() == null ? "" : naming.moment(update.expires(), who.language());
    }
}
