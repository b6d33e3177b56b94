package org.aman.duty;

import java.util.List;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.Drafts;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** {@code /cancel}: nothing is asked any more; a draft stays as it is. */
@Component
final class Cancelling implements Obeys {
    private final Slips slips;
    private final Drafts drafts;
    private final DraftAsking asking;
    private final Speech speech;

    Cancelling(Slips slips, Drafts drafts, DraftAsking asking, Speech speech) {
        this.slips = slips;
        this.drafts = drafts;
        this.asking = asking;
        this.speech = speech;
    }

    @Override
    public String command() {
        return "/cancel";
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        Optional<Slip> awaiting = slips.awaiting(who.id());
        Optional<Draft> draft = awaiting
                .filter(slip -> slip.kind() == Slip.Kind.DRAFT)
                .flatMap(slip -> drafts.draft(new Draft.Id(slip.subject())));
        if (draft.isPresent()) {
            return List.of(asking.kept(who, draft.get()));
        }
        slips.hush(who.id());
        return List.of(speech.say(who, awaiting.isPresent() ? "duty.cancelled" : "duty.nothing-asked"));
    }
}
