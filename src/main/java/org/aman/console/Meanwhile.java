package org.aman.console;

import java.util.List;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows what became of an update or a draft since somebody read it, where that is why their press did nothing. */
@Component
final class Meanwhile {
    private final Updates updates;
    private final Drafts drafts;
    private final Comparison comparison;

    Meanwhile(Updates updates, Drafts drafts, Comparison comparison) {
        this.updates = updates;
        this.drafts = drafts;
        this.comparison = comparison;
    }

    /** @param seen the revision that was read; nothing is shown where there is none of this number */
    ModelAndView update(ModelAndView page, Update.Id id, int seen, Language reader) {
        Optional<Written> then = updates.asOf(id, seen).map(Written::of);
        Optional<Written> now = updates.update(id).map(Written::of);
        return page.addObject("since", changes(then, now, reader));
    }

    /** @param seen the version that was read */
    ModelAndView draft(ModelAndView page, Draft.Id id, int seen, Language reader) {
        Optional<Written> then = drafts.version(id, seen).map(Draft.Version::written);
        Optional<Written> now = drafts.draft(id).map(Draft::written);
        return page.addObject("since", changes(then, now, reader));
    }

    /**
     * What the update that a draft changes says otherwise since the draft was begun, whether it was withdrawn since, and
     * the revision it stands in.
     */
    void base(ModelAndView page, Draft draft, Language reader) {
        Optional<Update> now = draft.update().flatMap(updates::update);
        Optional<Update> then = draft.update().flatMap(id -> updates.asOf(id, draft.baseRevision()));
        page.addObject("moved", changes(then.map(Written::of), now.map(Written::of), reader));
        page.addObject("withdrawn", isWithdrawnSince(draft));
        page.addObject("movedTo", now.map(Update::revision).orElse(0));
    }

    private boolean isWithdrawnSince(Draft draft) {
        return draft.update()
                .flatMap(id -> updates.takenOutSince(id, draft.baseRevision()))
                .filter(Updates.State.WITHDRAWN::equals)
                .isPresent();
    }

    private List<Comparison.Field> changes(Optional<Written> then, Optional<Written> now, Language reader) {
        return then.isEmpty() || now.isEmpty() ? List.of() : comparison.changes(then.get(), now.get(), reader);
    }
}
