package org.aman.console;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aman.alert.AlertControls;
import org.aman.knowledge.Freeze;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the pages of the console in the language of whoever reads them, and says names and times in it. */
@Component
public final class Sheets {
    private static final String OF_PAGES = "console.page.";

    private final Messages messages;
    private final Topics topics;
    private final Gazetteer gazetteer;
    private final Times times;
    private final AlertControls alerts;
    private final Freeze freeze;
    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    Sheets(
            Messages messages,
            Topics topics,
            Gazetteer gazetteer,
            Times times,
            AlertControls alerts,
            Freeze freeze) {
        this.messages = messages;
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.times = times;
        this.alerts = alerts;
        this.freeze = freeze;
        for (Language language : Language.values()) {
            Map<String, String> pages = new TreeMap<>();
            messages.keys().stream()
                    .filter(key -> key.startsWith(OF_PAGES))
                    .filter(key -> messages.isPlain(key))
                    .forEach(key -> pages.put(
                            key.substring(OF_PAGES.length()), readable(messages.text(key, language), language)));
            texts.put(language, new Texts(pages));
        }
    }

    /** A page for this volunteer, with what it says and what they may do. */
    ModelAndView page(String name, Volunteer who) {
        return page(name, name, who);
    }

    /** @param way the word of {@link Menu} under which the page stands there */
    public ModelAndView page(String way, String name, Volunteer who) {
        ModelAndView page = open(name, who.language());
        page.addObject("menu", Menu.of(who, way, texts(who.language())));
        page.addObject("mayWrite", who.may(Act.WRITE));
        page.addObject("mayAnswer", who.may(Act.ANSWER_QUESTIONS));
        page.addObject("mayCorrect", who.may(Act.CORRECT));
        page.addObject("frozen", alerts.frozen().isPresent());
        page.addObject("publishingFrozen", freeze.now().isPresent());
        return page;
    }

    /** A page for whoever is not signed in. */
    ModelAndView open(String name, Language language) {
        ModelAndView page = new ModelAndView("console/" + name);
        page.addObject("lang", language.code());
        page.addObject("other", language.other().code());
        page.addObject("dir", language == Language.ARABIC ? "rtl" : "ltr");
        page.addObject("t", texts(language));
        page.addObject("menu", List.of());
        return page;
    }

    /** All sentences of the pages in this language that take no arguments. */
    public Map<String, String> texts(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    /** A sentence of the pages with its arguments filled in. */
    public String say(String key, Language language, Map<String, ?> arguments) {
        return readable(messages.text(OF_PAGES + key, language, arguments), language);
    }

    /** The text with what reads from left to right kept together within Arabic. */
    public static String readable(String text, Language language) {
        return language == Language.ARABIC ? RightToLeft.isolate(text) : text;
    }

    /** How long ago, to the hour, as times are kept here. */
    String ago(Instant moment, Language language) {
        return times.hoursAgo(moment, language);
    }

    /** The name of a place. */
    public String place(Place.@Nullable Id id, Language language) {
        return Optional.ofNullable(id)
                .flatMap(gazetteer::place)
                .map(place -> place.name(language))
                .orElseGet(() -> text("no-place", language));
    }

    /** The name of a topic. */
    public String topic(@Nullable String id, Language language) {
        return Optional.ofNullable(id)
                .filter(one -> !one.isBlank())
                .flatMap(one -> topics.topic(new Topic.Id(one)))
                .map(topic -> topic.name().best(language).split(":", 2)[0].strip())
                .orElseGet(() -> text("no-topic", language));
    }

    /** The names of places, one after the other. */
    public String places(Collection<Place.Id> ids, Language language) {
        return ids.stream()
                .map(id -> place(id, language))
                .collect(Collectors.joining(messages.text("list.comma", language)));
    }

    public Times times() {
        return times;
    }

    /** A sentence of the pages that takes no arguments. */
    public String text(String key, Language language) {
        return texts(language).getOrDefault(key, key);
    }
}
