package org.aman.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftCheck;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Safeguards;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows an update while somebody writes it: its fields, the margin beside them, and what it clashes with. */
@Component
final class DraftSheet {
    private final DraftCheck check;
    private final Safeguards safeguards;
    private final Margin margin;
    private final ClashSheet clashes;
    private final Offered offered;
    private final Meanwhile meanwhile;

    DraftSheet(
            DraftCheck check,
            Safeguards safeguards,
            Margin margin,
            ClashSheet clashes,
            Offered offered,
            Meanwhile meanwhile) {
        this.check = check;
        this.safeguards = safeguards;
        this.margin = margin;
        this.clashes = clashes;
        this.offered = offered;
        this.meanwhile = meanwhile;
    }

    Meanwhile meanwhile() {
        return meanwhile;
    }

    Messages messages() {
        return margin.messages();
    }

    /** One of the two languages. */
    record Side(String code, String name, String dir, String title, String text, String questions) {}

    /** A source with its moment. */
    record SourceRow(Written.Cited written, Times.Shown at) {}

    /** The fields as the page shows them. */
    record Form(
            boolean fresh,
            String id,
            String address,
            String key,
            int version,
            String hash,
            String group,
            String note,
            boolean alone,
            String about,
            List<Offered.Choice> places,
            List<Side> sides,
            Times.Shown verified,
            Times.Shown expires,
            String confidence,
            String severity,
            String latitude,
            String longitude,
            String supersedes,
            List<SourceRow> sources) {}

    /** The form; {@code draft} is null while nothing was saved, {@code written} what its fields hold. */
    ModelAndView page(Volunteer who, @Nullable Draft draft, Written written, String group) {
        Sheets sheets = offered.sheets();
        ModelAndView page = sheets.page("draft", who);
        page.addObject("form", form(who, draft, written, group));
        page.addObject("done", "");
        page.addObject("refused", "");
        Language language = who.language();
        if (draft != null) {
            meanwhile.base(page, draft, language);
        }
        checked(page, written, language);
        page.addObject("abouts", offered.abouts(language));
        page.addObject("confidences", offered.confidences(language));
        page.addObject("severities", offered.severities(language));
        page.addObject("kinds", offered.kinds(language));
        page.addObject("allPlaces", offered.places(language));
        page.addObject("zone", sheets.say("zone", language, Map.of("zone", sheets.times().zoneName(language))));
        return page;
    }

    /** Only what a check says, to be put beside the fields of the page that asked. */
    ModelAndView check(Volunteer who, Written written) {
        ModelAndView page = offered.sheets().page("checks :: all", who);
        page.addObject("again", true);
        page.addObject("form", form(who, null, written, ""));
        checked(page, written, who.language());
        return page;
    }

    /** Objects to nothing yet: nobody has written anything. */
    void quiet(ModelAndView page) {
        page.addObject("why", Map.of());
        page.addObject("summary", "");
    }

    /** Adds what there is to object to. */
    void checked(ModelAndView page, Written written, Language language) {
        List<Finding> findings = check.check(written).findings();
        List<String> slots = Margin.slots(written);
        page.addObject("slots", slots);
        page.addObject("why", margin.beside(slots, findings, language));
        page.addObject("objections", margin.all(findings, language));
        page.addObject("errors", findings.stream().filter(Finding::isError).count());
        page.addObject("advice", findings.stream().filter(one -> !one.isError()).count());
        page.addObject("summary", margin.summary(findings, language));
        page.addObject("clashes", clashes.rows(findings, written, language));
    }

    private Form form(Volunteer who, @Nullable Draft draft, Written written, String group) {
        Language language = who.language();
        Times times = offered.sheets().times();
        String id = draft == null ? "" : draft.id().value();
        boolean alone = draft != null
                && !written.topic().isBlank()
                && safeguards.mayPublishAlone(who, new Topic.Id(written.topic()), written.status());
        return new Form(
                draft == null,
                id,
                draft == null ? "/console/write" : "/console/drafts/" + id,
                draft == null ? "new" + group : id + "." + draft.version(),
                draft == null ? 0 : draft.version(),
                draft == null ? "" : draft.hash(),
                group,
                draft == null ? "" : draft.note(),
                alone,
                written.topic().isBlank() ? "" : written.topic() + "/" + written.status(),
                offered.named(written.places(), language),
                sides(written, language),
                times.shown(written.verified(), language),
                times.shown(written.expires(), language),
                written.confidence(),
                written.severity(),
                written.latitude(),
                written.longitude(),
                String.join("\n", written.supersedes()),
                written.sources().stream()
                        .map(source -> new SourceRow(source, times.shown(source.at(), language)))
                        .toList());
    }

    private List<Side> sides(Written written, Language reader) {
        List<Side> sides = new ArrayList<>();
        for (Language language : List.of(reader, reader.other())) {
            Written.Words words = language == Language.ARABIC ? written.arabic() : written.english();
            sides.add(new Side(
                    language.code(),
                    offered.sheets().text("language." + language.code(), reader),
                    language == Language.ARABIC ? "rtl" : "ltr",
                    words.title(),
                    words.text(),
                    String.join("\n", words.questions())));
        }
        return sides;
    }
}
