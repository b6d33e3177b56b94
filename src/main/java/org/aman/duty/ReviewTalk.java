package org.aman.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Life;
import org.aman.knowledge.Ruling;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** The second pair of eyes in a chat: approve exactly what is shown, give it back with a reason, or hold. */
@Component
final class ReviewTalk implements Talk {
    private static final int MOST = 200;

    private final DraftDesk desk;
    private final Drafts drafts;
    private final ReviewView view;
    private final Holding holding;
    private final Speech speech;

    ReviewTalk(DraftDesk desk, Drafts drafts, ReviewView view, Holding holding, Speech speech) {
        this.desk = desk;
        this.drafts = drafts;
        this.view = view;
        this.holding = holding;
        this.speech = speech;
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.REVIEW;
    }

    /** As {@link #show(Volunteer, Draft.Id)}, as long as it is still this version. */
    Optional<Reply> show(Volunteer who, Draft.Id id, long version) {
        return drafts.draft(id).filter(draft -> draft.version() == version).flatMap(draft -> show(who, id));
    }

    /** Lays a draft before a reviewer; empty where it is no longer in review, or not for them to approve. */
    Optional<Reply> show(Volunteer who, Draft.Id id) {
        return drafts.draft(id)
                .filter(draft -> draft.state() == Life.IN_REVIEW && view.mayApprove(who, draft))
                .map(draft -> view.show(who, draft));
    }

    /** The drafts that this person may approve now. */
    List<Draft> waiting(Volunteer who) {
        return all().stream().filter(draft -> view.mayApprove(who, draft)).toList();
    }

    /** Everything in review. */
    List<Draft> all() {
        return drafts.in(List.of(Life.IN_REVIEW), MOST);
    }

    String headline(Volunteer who, Draft draft) {
        return view.headline(who, draft);
    }

    boolean mayApprove(Volunteer who, Draft draft) {
        return view.mayApprove(who, draft);
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        if (act.equals("stop")) {
            return List.of(stop(who, slip));
        }
        Optional<Draft> draft = seen(slip);
        if (draft.isEmpty()) {
            return List.of(speech.stale(who));
        }
        return List.of(switch (act) {
            case "approve" -> approve(who, slip);
            case "return" -> view.askWhy(who, slip);
            case "hold" -> holding.holdBeside(who, draft.get());
            default -> speech.say(who, "duty.forged");
        });
    }

    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        return seen(slip).isEmpty() ? List.of(speech.stale(who)) : List.of(giveBack(who, slip, words));
    }

    private Optional<Draft> seen(Slip slip) {
        return drafts.draft(new Draft.Id(slip.subject()))
                .filter(draft -> draft.state() == Life.IN_REVIEW)
                .filter(draft -> draft.version() == slip.revision());
    }

    private Reply approve(Volunteer who, Slip slip) {
        return switch (desk.approve(who, new Draft.Id(slip.subject()), slip.hash())) {
            case Ruling.Published published -> speech.say(who, "duty.review.published");
            case Ruling.GoesLive(Draft draft, var at) -> speech.say(
                    who, "duty.review.goes-live", Map.of("when", view.moment(who, at)));
            case Ruling.NeedsMore(Draft draft, int more) -> speech.say(who, "duty.review.needs-more", Map.of("n", more));
            case Ruling.Refused refused -> speech.refused(who, refused);
            case Ruling other -> throw new IllegalStateException("A draft cannot be approved as " + other.getClass());
        };
    }

    private Reply giveBack(Volunteer who, Slip slip, String reason) {
        return switch (desk.giveBack(who, new Draft.Id(slip.subject()), slip.revision(), reason)) {
            case Ruling.Kept kept -> view.givenBack(who);
            case Ruling.Refused refused -> speech.refused(who, refused);
            case Ruling other -> throw new IllegalStateException("A draft cannot be given back as " + other.getClass());
        };
    }

    /** What is approved goes back to its writers instead of live. */
    private Reply stop(Volunteer who, Slip slip) {
        boolean isApproved = drafts.draft(new Draft.Id(slip.subject()))
                .filter(draft -> draft.state() == Life.APPROVED && draft.version() == slip.revision())
                .isPresent();
        if (!isApproved) {
            return speech.stale(who);
        }
        String reason = speech.text(who, "duty.review.stop-reason");
        return switch (desk.giveBack(who, new Draft.Id(slip.subject()), slip.revision(), reason)) {
            case Ruling.Kept kept -> speech.say(who, "duty.review.stopped");
            case Ruling.Refused refused -> speech.refused(who, refused);
            case Ruling other -> throw new IllegalStateException("A draft cannot be stopped as " + other.getClass());
        };
    }

    /** What is about to answer, with a button that stops it; empty where it answers already or was stopped. */
    Optional<Reply> showGoesLive(Volunteer who, Draft.Id id, long version) {
        return drafts.draft(id)
                .filter(draft -> draft.state() == Life.APPROVED && draft.version() == version)
                .map(draft -> view.goesLive(who, draft));
    }

    /** The drafts that are approved and wait for their hour. */
    List<Draft> approved() {
        return drafts.in(List.of(Life.APPROVED), MOST);
    }

    /** What a draft that came back needs; empty where somebody works on it already. */
    Optional<Reply> showGivenBack(Volunteer who, Draft.Id id, long version) {
        return drafts.draft(id)
                .filter(draft -> draft.state() == Life.DRAFT && draft.version() == version)
                .map(draft -> view.returned(who, draft));
    }

    /** The drafts that came back to their writers. */
    List<Draft> returned() {
        return drafts.in(List.of(Life.DRAFT), MOST).stream()
                .filter(draft -> !draft.note().isBlank())
                .toList();
    }
}
