package org.aman.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Update;
import org.aman.message.Reply;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** What ends soon: one press says that it is still true, another takes it out of the answers. */
@Component
final class ReminderTalk implements Talk {
    private final DraftDesk desk;
    private final Holding holding;
    private final Speech speech;
    private final Slips slips;

    ReminderTalk(DraftDesk desk, Holding holding, Speech speech, Slips slips) {
        this.desk = desk;
        this.holding = holding;
        this.speech = speech;
        this.slips = slips;
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.REMINDER;
    }

    /** Lays an update before somebody; empty where it changed meanwhile. */
    Optional<Reply> show(Volunteer who, String id, int revision) {
        return holding.seen(id, revision).map(update -> show(who, update));
    }

    private Reply show(Volunteer who, Update update) {
        Slip slip = slips.lay(
                who, new Slips.About(Slip.Kind.REMINDER, update.id().value(), update.revision(), ""));
        String text = speech.text(who, "duty.reminder", Map.of(
                        "update", holding.headline(who, update), "when", holding.ends(who, update)))
                + "\n\n" + update.text().best(who.language());
        String out = who.may(Act.WITHDRAW) ? "duty.button.withdraw" : "duty.button.take-out";
        return speech.said(who, text, List.of(
                List.of(speech.button(who, "duty.button.renew", slip, "renew")),
                List.of(speech.button(who, out, slip, "take-out"))));
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        Optional<Update> seen = holding.seen(slip.subject(), slip.revision());
        if (seen.isEmpty()) {
            return List.of(speech.stale(who));
        }
        return List.of(switch (act) {
            case "renew" -> renew(who, slip);
            case "take-out" -> holding.takeOut(who, seen.get());
            default -> speech.say(who, "duty.forged");
        });
    }

    private Reply renew(Volunteer who, Slip slip) {
        return switch (desk.renew(who, new Update.Id(slip.subject()), slip.revision())) {
            case Ruling.Published(Update update) -> speech.say(
                    who, "duty.update.renewed", Map.of("when", holding.ends(who, update)));
            case Ruling.Kept(Draft draft) -> speech.say(who, "duty.update.renewal-waits");
            case Ruling.Refused refused -> speech.refused(who, refused);
            case Ruling other -> throw new IllegalStateException("An update cannot be renewed as " + other.getClass());
        };
    }

    /** Nothing is asked here. */
    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        return List.of(speech.stale(who));
    }
}
