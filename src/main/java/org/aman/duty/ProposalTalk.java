package org.aman.duty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.AlertDesk;
import org.aman.alert.Filed;
import org.aman.alert.Ruling;
import org.aman.knowledge.Finding;
import org.aman.message.Reply;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** {@code /alert}: an alert put together answer by answer, shown as it would go out, and laid before a second person. */
@Component
final class ProposalTalk implements Talk, Obeys {
    private final AlertDesk desk;
    private final ProposalSheet sheet;
    private final ProposalAsking asking;
    private final Speech speech;

    ProposalTalk(AlertDesk desk, ProposalSheet sheet, ProposalAsking asking, Speech speech) {
        this.desk = desk;
        this.sheet = sheet;
        this.asking = asking;
        this.speech = speech;
    }

    @Override
    public String command() {
        return "/alert";
    }

    /** With a number it asks what an alert says, as residents do. */
    @Override
    public boolean takes(String rest) {
        return rest.isEmpty();
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.PROPOSAL;
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        return List.of(
                who.may(Act.PROPOSE_ALERT)
                        ? next(who, new EnumMap<>(Part.class))
                        : speech.say(who, "refused.not-allowed"));
    }

    /** The next question; with nothing left to ask, what would go out. */
    private Reply next(Volunteer who, Map<Part, String> parts) {
        Optional<Part> missing = ProposalSheet.missing(parts);
        if (missing.isPresent()) {
            return asking.ask(who, parts, missing.get(), "");
        }
        List<Finding> findings = desk.findings(ProposalSheet.draft(parts));
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        return errors.isEmpty()
                ? asking.whole(who, parts, speech.sentences(who, findings))
                : asking.ask(who, parts, mistaken(errors), speech.sentences(who, errors));
    }

    private static Part mistaken(List<Finding> errors) {
        return errors.stream()
                .flatMap(error -> Part.ofFinding(error.field()).stream())
                .findFirst()
                .orElse(Part.KIND);
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        Order order = Order.pressed(act);
        Map<Part, String> parts = ProposalSheet.read(slip.note());
        return List.of(switch (order.name()) {
            case "is" -> answer(who, slip, parts, order.rest());
            case "change" -> asking.askWhatToChange(who, parts);
            case "ask" -> Part.of(order.rest())
                    .map(part -> asking.ask(who, parts, part, ""))
                    .orElseGet(() -> speech.say(who, "duty.forged"));
            case "propose" -> propose(who, parts);
            case "drop" -> asking.dropped(who);
            default -> speech.say(who, "duty.forged");
        });
    }

    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        return List.of(answer(who, slip, ProposalSheet.read(slip.note()), words));
    }

    private Reply answer(Volunteer who, Slip slip, Map<Part, String> parts, String answer) {
        Optional<Part> part = Part.of(slip.field());
        if (part.isEmpty()) {
            return speech.say(who, "duty.forged");
        }
        return switch (sheet.answer(parts, part.get(), answer)) {
            case ProposalSheet.Answered.Taken(Map<Part, String> more) -> next(who, more);
            case ProposalSheet.Answered.Unclear unclear -> asking.askAgain(who, parts, part.get(), unclear);
        };
    }

    private Reply propose(Volunteer who, Map<Part, String> parts) {
        return switch (desk.propose(ProposalSheet.draft(parts), who)) {
            case Ruling.Granted(Filed filed) -> asking.proposed(who, filed);
            case Ruling.Refused(List<Finding> why) -> speech.said(who, speech.sentences(who, why), List.of());
        };
    }
}
