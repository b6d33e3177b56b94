package org.aman.console;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.answer.Answerer;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.owed.Answers;
import org.aman.owed.OpenGroup;
import org.aman.owed.OpenGroups;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.aman.unanswered.OpenQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Open questions in groups: link them to an update, write one, or close them. */
@Controller
final class QuestionsPage {
    private static final URI HERE = URI.create("/console/questions");
    private static final int MOST_REASON = 200;
    private static final int MOST_SHOWN = 50;

    private final OpenGroups groups;
    private final Answers answers;
    private final Answerer answerer;
    private final Sheets sheets;
    private final Clock clock;

    QuestionsPage(OpenGroups groups, Answers answers, Answerer answerer, Sheets sheets, Clock clock) {
        this.groups = groups;
        this.answers = answers;
        this.answerer = answerer;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** A group as the page shows it. */
    record Row(
            String id,
            List<Asked> questions,
            String topic,
            String place,
            String askedSaid,
            String waiting,
            String last,
            @Nullable String answeredBy,
            List<Near> near) {}

    /** One of its questions. */
    record Asked(String words, String language, int asked, String reason) {}

    /** An update it could be linked to. */
    record Near(String id, String title, boolean current) {}

    @GetMapping("/console/questions")
    @Needs(Act.READ)
    ModelAndView all(
            @RequestAttribute(Door.WHO) Volunteer who,
            @RequestParam(name = "done", defaultValue = "") String done,
            @RequestParam(name = "fault", defaultValue = "") String fault) {
        List<OpenGroup> all = groups.all();
        ModelAndView page = sheets.page("questions", who);
        page.addObject(
                "rows",
                all.stream().limit(MOST_SHOWN).map(group -> row(group, who.language())).toList());
        int more = Math.max(0, all.size() - MOST_SHOWN);
        page.addObject("more", more);
        page.addObject("moreSaid", sheets.say("more-groups", who.language(), Map.of("n", more)));
        page.addObject("done", List.of("linked", "closed").contains(done) ? done : "");
        page.addObject("fault", List.of("gone", "not-current", "no-reason").contains(fault) ? fault : "");
        return page;
    }

    private Row row(OpenGroup group, Language language) {
        return new Row(
                group.id().value(),
                group.questions().stream().map(question -> asked(question, language)).toList(),
                sheets.topic(group.topic(), language),
                group.places().stream().map(place -> sheets.place(place, language)).findFirst()
                        .orElseGet(() -> sheets.place(null, language)),
                sheets.say("asked-times", language, Map.of("n", group.asked())),
                group.waiting().isNone() ? "" : group.waiting().toString(),
                sheets.ago(group.last(), language),
                group.answeredBy(),
                group.near().stream().flatMap(id -> near(id, language).stream()).toList());
    }

    private Asked asked(OpenQuestion question, Language language) {
        return new Asked(
                question.words(),
                question.language().code(),
                question.asked(),
                sheets.text("reason." + question.reason(), language));
    }

    private Optional<Near> near(Update.Id id, Language language) {
        return answerer.update(id)
                .map(update -> new Near(
                        id.value(), update.title().best(language), update.isCurrentAt(clock.instant())));
    }

    @PostMapping("/console/questions/{id}/link")
    @Needs(Act.ANSWER_QUESTIONS)
    ResponseEntity<Void> link(
            @PathVariable("id") String id,
            @RequestParam(name = "update", defaultValue = "") String update,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Optional<OpenGroup> group = groups.of(new OpenQuestion.Id(id));
        if (group.isEmpty()) {
            return to("fault=gone");
        }
        boolean linked = !update.isBlank()
                && answers.link(group.get().ids(), new Update.Id(update.strip()), who.id().value());
        return to(linked ? "done=linked" : "fault=not-current");
    }

    @PostMapping("/console/questions/{id}/close")
    @Needs(Act.ANSWER_QUESTIONS)
    ResponseEntity<Void> close(
            @PathVariable("id") String id,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Optional<OpenGroup> group = groups.of(new OpenQuestion.Id(id));
        if (group.isEmpty()) {
            return to("fault=gone");
        }
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            return to("fault=no-reason");
        }
        answers.close(group.get().ids(), reason.strip(), who.id().value());
        return to("done=closed");
    }

    private static ResponseEntity<Void> to(String how) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(HERE + "?" + how)).build();
    }
}
