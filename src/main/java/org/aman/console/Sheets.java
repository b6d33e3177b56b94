package org.aman.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the pages of the console in the language of whoever reads them, and says names and times in it. */
@Component
final class Sheets {
    private static final String OF_PAGES = "console.page.";

    private final Messages messages;
    private final Topics topics;
    private final Gazetteer gazetteer;
    private final Clock clock;
    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    Sheets(Messages messages, Topics topics, Gazetteer gazetteer, Clock clock) {
        this.messages = messages;
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.clock = clock;
        for (Language language : Language.values()) {
            Map<String, String> pages = new TreeMap<>();
            messages.keys().stream()
                    .filter(key -> key.startsWith(OF_PAGES))
                    .forEach(key -> pages.put(key.substring(OF_PAGES.length()), messages.text(key, language)));
            texts.put(language, Map.copyOf(pages));
        }
    }

    /** A page for this volunteer, with what it says and what they may do. */
    ModelAndView page(String name, Volunteer who) {
        Language language = who.language();
        ModelAndView page = new ModelAndView("console/" + name);
        page.addObject("lang", language.code());
        page.addObject("dir", language == Language.ARABIC ? "rtl" : "ltr");
        page.addObject("t", texts(language));
        page.addObject("mayAnswer", who.may(Act.ANSWER_QUESTIONS));
        page.addObject("mayCorrect", who.may(Act.CORRECT));
        return page;
    }

    Map<String, String> texts(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    /** How long ago, to the hour, as times are kept here. */
    String ago(Instant moment, Language language) {
        long hours = Math.max(0, Duration.between(moment, clock.instant()).toHours());
        return hours < 48
                ? messages.text("ago.hours", language, Map.of("n", hours))
                : messages.text("ago.days", language, Map.of("n", hours / 24));
    }

    String place(Place.@Nullable Id id, Language language) {
        return Optional.ofNullable(id)
                .flatMap(gazetteer::place)
                .map(place -> place.name(language))
                .orElseGet(() -> text("no-place", language));
    }

    String topic(@Nullable String id, Language language) {
        return Optional.ofNullable(id)
                .filter(one -> !one.isBlank())
                .flatMap(one -> topics.topic(new Topic.Id(one)))
                .map(topic -> topic.name().best(language).split(":", 2)[0].strip())
                .orElseGet(() -> text("no-topic", language));
    }

    String text(String key, Language language) {
        return texts(language).getOrDefault(key, key);
    }
}
