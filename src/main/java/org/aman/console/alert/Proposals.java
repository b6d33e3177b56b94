package org.aman.console.alert;

import java.util.List;
import org.aman.alert.AlertDesk;
import org.aman.alert.AlertDrafts;
import org.aman.alert.Draft;
import org.aman.alert.Ruling;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.knowledge.Finding;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Puts what was typed before a second person, and lets go of the draft it was. */
@Component
final class Proposals {
    private final AlertDesk desk;
    private final AlertDrafts drafts;
    private final Suggestions suggestions;
    private final AlertForm form;

    Proposals(AlertDesk desk, AlertDrafts drafts, Suggestions suggestions, AlertForm form) {
        this.desk = desk;
        this.drafts = drafts;
        this.suggestions = suggestions;
        this.form = form;
    }

    /** @param draft the id of the draft it was kept as; empty where it was not kept */
    Ruling propose(Typed typed, String draft, Volunteer by) {
        List<Finding> unread = form.unread(typed);
        if (!unread.isEmpty()) {
            return new Ruling.Refused(unread);
        }
        List<Finding> objections = desk.findings(form.draft(typed));
        if (objections.stream().anyMatch(Finding::isError)) {
            return new Ruling.Refused(objections);
        }
        Ruling ruling = propose(form.draft(typed), typed.one("suggestion"), by);
        if (ruling instanceof Ruling.Granted) {
            drafts.drop(draft);
        }
        return ruling;
    }

    private Ruling propose(Draft draft, String suggestion, Volunteer by) {
        return suggestion.isEmpty()
                ? desk.propose(draft, by)
                : suggestions.propose(new Suggestion.Id(suggestion), draft, by);
    }
}
