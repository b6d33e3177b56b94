package org.aman.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows one update with its history. */
@Component
final class UpdateSheet {
    private final Updates updates;
    private final Drafts drafts;
    private final Rows rows;
    private final Comparison comparison;
    private final People people;

    UpdateSheet(Updates updates, Drafts drafts, Rows rows, Comparison comparison, People people) {
        this.updates = updates;
        this.drafts = drafts;
        this.rows = rows;
        this.comparison = comparison;
        this.people = people;
    }

    /** The text in one language. */
    record Side(String code, String name, String title, String text) {}

    /** One change. */
    record Change(
            int revision, String number, String what, String by, String at, boolean current,
            List<Comparison.Field> changes) {}

    Messages messages() {
        return rows.messages();
    }

    ModelAndView page(Volunteer who, Update update) {
        Language language = who.language();
        Sheets sheets = people.sheets();
        ModelAndView page = sheets.page("update", who);
        Updates.State state = updates.state(update.id()).orElseThrow(NotThere::new);
        page.addObject("row", rows.of(update, state, language));
        page.addObject("revision", update.revision());
        page.addObject(
                "openDraft",
                drafts.openOf(update.id()).map(draft -> draft.id().value()).orElse(""));
        page.addObject("verified", sheets.times().moment(update.verified(), language));
        page.addObject("expires", rows.ends(update, language));
        page.addObject("confidence", sheets.text("confidence." + update.confidence().word(), language));
        page.addObject("sources", Written.of(update).sources().stream()
                .map(source -> comparison.source(source, language))
                .toList());
        page.addObject("sides", sides(update, language));
        page.addObject("history", history(update, language));
        page.addObject("done", "");
        page.addObject("refused", "");
        page.addObject("mayHold", who.may(Act.HOLD));
        page.addObject("mayWithdraw", who.may(Act.WITHDRAW));
        page.addObject("mayRenew", state == Updates.State.PUBLISHED && update.expires() != null);
        page.addObject("canHold", state == Updates.State.PUBLISHED);
        page.addObject("canRelease", state == Updates.State.HELD && who.may(Act.HOLD));
        page.addObject("canWithdraw", state != Updates.State.WITHDRAWN);
        return page;
    }

    private List<Side> sides(Update update, Language reader) {
        return List.of(reader, reader.other()).stream()
                .map(language -> new Side(
                        language.code(),
                        people.sheets().text("language." + language.code(), reader),
                        update.title().in(language).orElse("–"),
                        update.text().in(language).orElse("–")))
                .toList();
    }

    private List<Change> history(Update update, Language language) {
        List<Updates.Revision> all = updates.history(update.id());
        List<Change> history = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            Updates.Revision one = all.get(number);
            Written before = number + 1 < all.size() ? Written.of(all.get(number + 1).update()) : Written.of(one.update());
            history.add(new Change(
                    one.update().revision(),
                    people.sheets().say("revision-number", language, Map.of("n", one.update().revision())),
                    people.sheets().text("state." + one.state(), language),
                    people.name(one.by(), language),
                    people.sheets().times().moment(one.at(), language),
                    number == 0,
                    comparison.changes(before, Written.of(one.update()), language)));
        }
        return history;
    }
}
