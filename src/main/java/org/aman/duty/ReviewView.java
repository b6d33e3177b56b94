package org.aman.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftCheck;
import org.aman.knowledge.Safeguards;
import org.aman.knowledge.Topic;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Shows a draft to those who may approve it, with buttons that say what they do. */
@Component
final class ReviewView {
    private final DraftCheck check;
    private final Safeguards safeguards;
    private final DraftView drafts;
    private final Speech speech;
    private final Slips slips;

    ReviewView(DraftCheck check, Safeguards safeguards, DraftView drafts, Speech speech, Slips slips) {
        this.check = check;
        this.safeguards = safeguards;
        this.drafts = drafts;
        this.speech = speech;
        this.slips = slips;
    }

    boolean mayApprove(Volunteer who, Draft draft) {
        return safeguards.againstApproving(who, draft).isEmpty();
    }

    Reply show(Volunteer who, Draft draft) {
        DraftCheck.Checked checked = check.check(draft.written());
        Slip slip = slips.lay(
                who, new Slips.About(Slip.Kind.REVIEW, draft.id().value(), draft.version(), draft.hash()));
        List<Button> buttons = new ArrayList<>();
        buttons.add(new Button(approve(who, draft, checked), slip.value("approve")));
        buttons.add(speech.button(who, "duty.button.return", slip, "return"));
        buttons.add(speech.button(
                who, draft.baseRevision() > 0 ? "duty.button.hold-update" : "duty.button.hold-draft", slip, "hold"));
        String text = Stream.of(
                        speech.text(who, draft.baseRevision() > 0 ? "duty.review.change" : "duty.review.new"),
                        drafts.whole(draft.written(), who.language()),
                        speech.sentences(who, checked.findings()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        return speech.said(who, text, Speech.column(buttons));
    }

    /** What approving will do, in the words of the button. */
    private String approve(Volunteer who, Draft draft, DraftCheck.Checked checked) {
        int more = safeguards.reviewers(new Topic.Id(draft.written().topic()), draft.written().status())
                - draft.approvals().size()
                - 1;
        if (more > 0) {
            return speech.text(who, "duty.button.approve-first", Map.of("n", more));
        }
        Duration wait = checked.update().map(safeguards::window).orElse(Duration.ZERO);
        return wait.isZero()
                ? speech.text(who, "duty.button.approve")
                : speech.text(who, "duty.button.approve-wait", Map.of("n", Math.max(1, wait.toMinutes())));
    }

    Reply askWhy(Volunteer who, Slip slip) {
        slips.ask(who, new Slips.About(Slip.Kind.REVIEW, slip.subject(), slip.revision(), slip.hash()), "reason", "");
        return speech.say(who, "duty.review.why");
    }

    Reply givenBack(Volunteer who) {
        slips.hush(who.id());
        return speech.say(who, "duty.review.given-back");
    }

    /** A draft that came back, for its writers. */
    Reply returned(Volunteer who, Draft draft) {
        Slip slip = slips.lay(who, DraftAsking.about(draft));
        String text = speech.text(who, "duty.draft.returned", Map.of(
                "draft", drafts.headline(draft.written(), who.language()), "reason", draft.note()));
        return speech.said(who, text, List.of(List.of(speech.button(who, "duty.button.go-on", slip, "leave"))));
    }

    /** What is about to answer, for everybody who may stop it. */
    Reply goesLive(Volunteer who, Draft draft) {
        Slip slip = slips.lay(
                who, new Slips.About(Slip.Kind.REVIEW, draft.id().value(), draft.version(), draft.hash()));
        String when = draft.liveAt() == null ? "" : moment(who, draft.liveAt());
        String text = speech.text(who, "duty.review.about-to-answer", Map.of("when", when)) + "\n\n"
                + drafts.whole(draft.written(), who.language());
        return speech.said(who, text, List.of(List.of(speech.button(who, "duty.button.stop", slip, "stop"))));
    }

    String headline(Volunteer who, Draft draft) {
        return drafts.headline(draft.written(), who.language());
    }

    String moment(Volunteer who, Instant moment) {
        return drafts.moment(moment, who.language());
    }
}
