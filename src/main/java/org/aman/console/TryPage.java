package org.aman.console;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.answer.Answer.Shown;
import org.aman.answer.Answerer;
import org.aman.answer.Candidate;
import org.aman.answer.Considered;
import org.aman.answer.Question;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
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
    private final Topics topics;
    private final Sheets sheets;
    private final Clock clock;

    TryPage(Answerer answerer, Topics topics, Sheets sheets, Clock clock) {
        this.answerer = answerer;
        this.topics = topics;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** What was understood and decided. */
    record Tried(
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

    @GetMapping("/console/try")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "question", defaultValue = "") String words,
            @RequestAttribute(Door.WHO) Volunteer who) {
        String asked = words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
        ModelAndView page = sheets.page("try", who);
        page.addObject("question", asked);
        page.addObject("tried", asked.isBlank() ? null : tried(asked, who.language()));
        return page;
    }

    private Tried tried(String words, Language language) {
        Considered considered = answerer.consider(Question.of(words, clock.instant()));
        Language spoken = considered.answer().understanding().language();
        return new Tried(
                sheets.text("kind." + considered.answer().kind(), language),
                considered.answer().shown().stream().map(shown -> told(shown, spoken, language)).toList(),
                spoken.code(),
                considered.reading().tokens().stream().map(Token::text).collect(Collectors.joining(" · ")),
                considered.answer().understanding().places().stream()
                        .map(place -> sheets.place(place, language))
                        .collect(Collectors.joining(" · ")),
                considered.reading().topics().entrySet().stream()
                        .map(topic -> sheets.topic(topic.getKey().value(), language) + " " + Math.round(topic.getValue() * 100) / 100.0)
                        .collect(Collectors.joining(" · ")),
                String.join(" · ", considered.reading().concepts()),
                considered.candidates().stream()
                        .limit(MOST_CANDIDATES)
                        .map(Candidate::explained)
                        .toList());
    }

    private Told told(Shown shown, Language spoken, Language language) {
        Update update = shown.update();
        Optional<Topic.Status> status = topics.topic(update.topic()).flatMap(topic -> topic.status(update.status()));
        return new Told(
                update.id().value(),
                update.title().best(spoken),
                update.text().best(spoken),
                status.map(one -> one.name().best(language)).orElse(update.status()),
                status.map(one -> one.polarity().name()).orElse(""),
                status.map(one -> sheets.text("polarity." + one.polarity(), language)).orElse(""));
    }
}
