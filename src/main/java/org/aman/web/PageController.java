package org.aman.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.language.Language;
import org.aman.web.Objection.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The chat page. Where scripts run, they ask by JSON and never come back here; where they do not, its plain form works. */
@Controller
final class PageController {
    /** How many questions back the page sends along: what follow-ups need, and no more. */
    private static final int BEFORE = 3;

    private static final Duration TEXTS_STAND = Duration.ofHours(1);

    private final Conversation conversation;
    private final Visitors visitors;
    private final Texts texts;
    private final Clock clock;

    PageController(Conversation conversation, Visitors visitors, Texts texts, Clock clock) {
        this.conversation = conversation;
        this.visitors = visitors;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView page(@RequestParam(name = "lang", defaultValue = "") String tag, HttpServletRequest request) {
        return page(language(tag, request), List.of(), null);
    }

    /** A question by the plain form, for browsers without scripts. */
    @PostMapping(path = "/ask", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView ask(
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "label", defaultValue = "") String label,
            @RequestParam(name = "lang", defaultValue = "") String tag,
            @RequestParam(name = "before", required = false) @Nullable List<String> asked,
            HttpServletRequest request) {
        Language language = language(tag, request);
        if (!visitors.mayAsk(request.getRemoteAddr())) {
            throw new Objection(Reason.TOO_OFTEN, language);
        }
        List<String> before = latest(asked == null ? Stream.of() : asked.stream());
        if (before.stream().anyMatch(one -> one.length() > QuestionReader.MOST_UNITS)) {
            throw new Objection(Reason.BEFORE_WRONG, language);
        }
        Told told = Told.of(conversation.answer(
                new Question(text, language, null, null, before, null, null, clock.instant())));
        boolean command = text.startsWith("/");
        // A pressed place stays: a topic pressed next is about it.
        boolean passes = command && !text.startsWith("/in ");
        List<String> remembered = passes || text.isBlank() || text.length() > QuestionReader.MOST_UNITS
                ? before
                : latest(Stream.concat(before.stream(), Stream.of(text)));
        return page(language, remembered, new Turn(command && !label.isBlank() ? label : text, told));
    }

    /** Reloading an answered form, or typing its address, begins anew. */
    @GetMapping("/ask")
    ResponseEntity<Void> begin() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/")).build();
    }

    /** What the page says, for switching the language without losing the talk. */
    @GetMapping(path = "/texts/{language}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> texts(@PathVariable("language") String tag) {
        return Language.of(tag)
                .filter(language -> language.code().equals(tag))
                .map(language -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(TEXTS_STAND))
                        .body(texts.page(language)))
                .orElseThrow(() -> new Objection(Reason.NOT_FOUND));
    }

    private static List<String> latest(Stream<String> asked) {
        List<String> all = new ArrayList<>(asked.filter(one -> !one.isBlank()).toList());
        return all.subList(Math.max(0, all.size() - BEFORE), all.size());
    }

    private static Language language(String tag, HttpServletRequest request) {
        return Language.of(tag).orElseGet(() -> Texts.preferred(request));
    }

    private ModelAndView page(Language language, List<String> before, @Nullable Turn turn) {
        ModelAndView page = new ModelAndView("chat", texts.model(language));
        page.addObject("before", before);
        page.addObject("turn", turn);
        return page;
    }

    /** A question and its answer, as the plain form shows them. */
    record Turn(String question, Told told) {
        /** Never the words. */
        @Override
        public String toString() {
            return "Turn[hidden]";
        }
    }
}
