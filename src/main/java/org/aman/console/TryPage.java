package org.aman.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.answer.Answer.Shown;
import org.aman.answer.Answerer;
import org.aman.answer.Candidate;
import org.aman.answer.Considered;
import org.aman.answer.Question;
import org.aman.answer.Rehearsal;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftCheck;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Language;
import org.aman.language.Token;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a question would be answered now, and why. Asking here leaves nothing behind. */
@Controller
final class TryPage {
    private static final int MOST_WORDS = 1_000;
    private static final int MOST_CANDIDATES = 8;

    private final Answerer answerer;
    private final Rehearsal rehearsal;
    private final Drafts drafts;
    private final DraftCheck check;
    private final Rows rows;

    TryPage(Answerer answerer, Rehearsal rehearsal, Drafts drafts, DraftCheck check, Rows rows) {
        this.answerer = answerer;
        this.rehearsal = rehearsal;
        this.drafts = drafts;
        this.check = check;
        this.rows = rows;
    }

    /** What was understood and decided; {@code which} tells with and without the draft apart, empty for neither. */
    record Tried(
            String which,
            String kind,
            List<Told> told,
            String language,
            String tokens,
            String places,
            String topics,
            String concepts,
            List<String> weighed) {}

    /** An update that would be shown. */
    record Told(String id, String title, String text, String status, String sign, String polarity) {}

    /** @param draft the id of a draft to answer with as well; empty for none */
    @GetMapping("/console/try")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "question", defaultValue = "") String words,
            @RequestParam(name = "draft", defaultValue = "") String draft,
            @RequestAttribute(Door.WHO) Volunteer who) {
        String asked = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
        Optional<Update> update = update(draft);
        ModelAndView page = rows.sheets().page("try", who);
        page.addObject("question", asked);
        page.addObject("draft", draft);
        page.addObject("unready", !draft.isBlank() && update.isEmpty());
        page.addObject("tried", asked.isBlank() ? List.of() : tried(asked, update, who.language()));
        return page;
    }

    private Optional<Update> update(String draft) {
        return draft.isBlank()
                ? Optional.empty()
                : check.check(drafts.draft(new Draft.Id(draft)).orElseThrow(NotThere::new).written())
                        .update();
    }

    private List<Tried> tried(String words, Optional<Update> draft, Language language) {
        Question question = Question.of(words, rows.sheets().times().now());
        Tried now = tried(draft.isPresent() ? "without-draft" : "", answerer.consider(question), language);
        return draft.map(update ->
                        List.of(tried("with-draft", rehearsal.consider(question, update), language), now))
                .orElse(List.of(now));
    }

    private Tried tried(String which, Considered considered, Language language) {
        Sheets sheets = rows.sheets();
        Language spoken = considered.answer().understanding().language();
        return new Tried(
                which,
                sheets.text("kind." + considered.answer().kind(), language),
                considered.answer().shown().stream().map(shown -> told(shown, spoken, language)).toList(),
                spoken.code(),
                considered.reading().tokens().stream().map(Token::text).collect(Collectors.joining(" · ")),
                sheets.places(considered.answer().understanding().places(), language),
                considered.reading().topics().entrySet().stream()
                        .map(topic -> sheets.topic(topic.getKey().value(), language) + " "
                                + Math.round(topic.getValue() * 100) / 100.0)
                        .collect(Collectors.joining(" · ")),
                String.join(" · ", considered.reading().concepts()),
                considered.candidates().stream()
                        .limit(MOST_CANDIDATES)
                        .map(Candidate::explained)
                        .toList());
    }

    private Told told(Shown shown, Language spoken, Language language) {
        Update update = shown.update();
        Rows.Row row = rows.of(update, Updates.State.PUBLISHED, language);
        return new Told(
                row.id(),
                update.title().best(spoken),
                update.text().best(spoken),
                row.status(),
                row.sign(),
                row.sign().isEmpty() ? "" : rows.sheets().text("polarity." + row.sign(), language));
    }
}
