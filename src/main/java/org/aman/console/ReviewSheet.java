package org.aman.console;

import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.Life;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Safeguards;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows a draft to whoever reviews it: every field, with the differences from what answers now marked. */
@Component
final class ReviewSheet {
    private final Updates updates;
    private final Safeguards safeguards;
    private final Comparison comparison;
    private final DraftSheet drafts;
    private final People people;

    ReviewSheet(
            Updates updates, Safeguards safeguards, Comparison comparison, DraftSheet drafts, People people) {
        this.updates = updates;
        this.safeguards = safeguards;
        this.comparison = comparison;
        this.drafts = drafts;
        this.people = people;
    }

    Messages messages() {
        return drafts.messages();
    }

    Meanwhile meanwhile() {
        return drafts.meanwhile();
    }

    ModelAndView page(Volunteer who, Draft draft) {
        Language language = who.language();
        Sheets sheets = people.sheets();
        ModelAndView page = sheets.page("review", who);
        Optional<Written> stands = stands(draft);
        page.addObject("id", draft.id().value());
        page.addObject("address", "/console/drafts/" + draft.id());
        page.addObject("version", draft.version());
        page.addObject("hash", draft.hash());
        page.addObject("state", Badges.of(draft.state()));
        page.addObject("stateSaid", sheets.text("state." + draft.state(), language));
        page.addObject("by", sheets.say("written-by", language, Map.of(
                "name", people.name(draft.changedBy().value(), language),
                "when", sheets.times().moment(draft.changedAt(), language))));
        page.addObject("against", sheets.text(stands.isPresent() ? "against-published" : "against-nothing", language));
        page.addObject(
                "fields", comparison.fields(stands.orElse(draft.written()), draft.written(), language));
        page.addObject("fresh", stands.isEmpty());
        page.addObject("goesLive", waits(draft, language, sheets));
        page.addObject("done", "");
        page.addObject("refused", "");
        drafts.checked(page, draft.written(), language);
        may(page, who, draft);
        return page;
    }

    private Optional<Written> stands(Draft draft) {
        return draft.update().flatMap(updates::update).map(Written::of);
    }

    private String waits(Draft draft, Language language, Sheets sheets) {
        if (draft.state() == Life.APPROVED && draft.liveAt() != null) {
            return sheets.say("goes-live", language, Map.of("when", sheets.times().moment(draft.liveAt(), language)));
        }
        if (draft.state() != Life.IN_REVIEW || draft.approvals().isEmpty()) {
            return "";
        }
        int more = safeguards.reviewers(new Topic.Id(draft.written().topic()), draft.written().status())
                - draft.approvals().size();
        return sheets.say("needs-more", language, Map.of("n", more));
    }

    private void may(ModelAndView page, Volunteer who, Draft draft) {
        boolean inReview = draft.state() == Life.IN_REVIEW;
        Optional<Ruling.Why> against = safeguards.againstApproving(who, draft);
        page.addObject("mayApprove", inReview && against.isEmpty());
        page.addObject("mayReturn", draft.state() == Life.APPROVED && who.may(Act.HOLD) || inReview && who.may(Act.REVIEW));
        page.addObject("mayWrite", who.may(Act.WRITE) && draft.state().isOpen());
        page.addObject("mayNot", inReview && who.may(Act.REVIEW)
                ? against.map(why -> Ways.why(why, who, messages())).orElse("")
                : "");
    }
}
