package org.aman.duty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aman.knowledge.Draft;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Drafts that wait for a second person, those that are about to answer, and those that came back to their writers. */
@Component
final class ReviewRound implements Round {
    private final ReviewTalk reviews;
    private final Notices notices;

    /** Whom we have looked at for which version, because asking who is whom costs a little for each. */
    private final Set<String> looked = ConcurrentHashMap.newKeySet();

    ReviewRound(ReviewTalk reviews, Notices notices) {
        this.reviews = reviews;
        this.notices = notices;
    }

    @Override
    public void look(List<Volunteer> linked) {
        Set<String> now = new HashSet<>();
        for (Draft draft : reviews.all()) {
            linked.stream().filter(who -> who.may(Act.REVIEW)).forEach(who -> {
                String pair = draft.id() + " " + draft.version() + " " + who.id();
                now.add(pair);
                if (!looked.contains(pair) && reviews.mayApprove(who, draft)) {
                    notices.owe(who.id(), Notice.Kind.REVIEW, draft.id().value(), draft.version());
                }
            });
        }
        looked.addAll(now);
        looked.retainAll(now);
        for (Draft draft : reviews.approved()) {
            linked.stream()
                    .filter(who -> who.may(Act.HOLD) && !draft.changedBy().equals(who.id()))
                    .forEach(who -> notices.owe(
                            who.id(), Notice.Kind.GOES_LIVE, draft.id().value(), draft.version()));
        }
        for (Draft draft : reviews.returned()) {
            linked.stream()
                    .filter(who -> draft.authors().contains(who.id()))
                    .filter(who -> !draft.changedBy().equals(who.id()))
                    .forEach(who -> notices.owe(
                            who.id(), Notice.Kind.GIVEN_BACK, draft.id().value(), draft.version()));
        }
    }
}
