package org.aman.console;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Life;
import org.aman.language.Language;
import org.aman.owed.OpenGroup;
import org.aman.owed.OpenGroups;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.aman.unanswered.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The service's own figures: questions by hour, topic and language, and how long people wait for what we do not know. */
@Controller
final class FiguresPage {
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Figures figures;
    private final OpenGroups groups;
    private final Drafts drafts;
    private final Sheets sheets;

    FiguresPage(Figures figures, OpenGroups groups, Drafts drafts, Sheets sheets) {
        this.figures = figures;
        this.groups = groups;
        this.drafts = drafts;
        this.sheets = sheets;
    }

    /** Questions of one hour, topic or language, by how they ended. */
    record Row(String name, int answered, int askedBack, int unknown) {
        static Row of(String name, List<Figures.Asked> asked) {
            return new Row(
                    name,
                    sum(asked, kind -> kind.equals("found") || kind.equals("emergency")),
                    sum(asked, kind -> kind.equals("unclear")),
                    sum(asked, kind -> kind.equals("unknown") || kind.equals("outdated")));
        }

        private static int sum(List<Figures.Asked> asked, Predicate<String> kinds) {
            return asked.stream()
                    .filter(one -> kinds.test(one.kind()))
                    .mapToInt(Figures.Asked::questions)
                    .sum();
        }

        int all() {
            return answered + askedBack + unknown;
        }
    }

    /**
     * What waits now, and how long people wait.
     *
     * @param groups of open questions
     * @param oldest how long the oldest of them waits
     * @param median within what time half of those answered were
     * @param reviews drafts that wait for a second pair of eyes
     * @param review how long the oldest of them waits
     */
    record Queue(int groups, String oldest, String median, int reviews, String review) {}

    /** How many questions waited this long for their answer. */
    record Waited(String name, int questions) {}

    @GetMapping("/console/figures")
    @Needs(Act.READ)
    ModelAndView page(@RequestAttribute(Door.WHO) Volunteer who) {
        Language language = who.language();
        figures.write();
        List<Figures.Asked> asked = figures.asked(HOURS);
        List<Row> hours = hours(asked);
        List<Row> topics = by(asked, one -> sheets.topic(one.topic(), language));
        List<Row> languages =
                by(asked, one -> sheets.text("language." + one.language().code(), language));
        ModelAndView page = sheets.page("figures", who);
        page.addObject("topics", topics);
        page.addObject("languages", languages);
        page.addObject("total", Row.of("", asked));
        page.addObject("queue", queue(language));
        page.addObject("waited", waited(language));
        page.addObject("data", data(hours, topics, waited(language), sheets.texts(language)));
        return page;
    }

    private List<Row> hours(List<Figures.Asked> asked) {
        Instant now = sheets.times().now().truncatedTo(ChronoUnit.HOURS);
        List<Row> hours = new ArrayList<>();
        for (int back = HOURS - 1; back >= 0; back--) {
            Instant hour = now.minus(Duration.ofHours(back));
            hours.add(Row.of(
                    sheets.times().hour(hour),
                    asked.stream().filter(one -> one.hour().equals(hour)).toList()));
        }
        return hours;
    }

    private static List<Row> by(List<Figures.Asked> asked, Function<Figures.Asked, String> name) {
        Map<String, List<Figures.Asked>> parts = new TreeMap<>();
        asked.forEach(one -> parts.computeIfAbsent(name.apply(one), any -> new ArrayList<>()).add(one));
        return parts.entrySet().stream()
                .map(part -> Row.of(part.getKey(), part.getValue()))
                .sorted((one, other) -> Integer.compare(other.all(), one.all()))
                .toList();
    }

    private Queue queue(Language language) {
        List<OpenGroup> open = groups.all();
        Drafts.Queue reviews = drafts.queue(Life.IN_REVIEW);
        return new Queue(
                open.size(),
                since(open.stream().map(OpenGroup::first).min(Instant::compareTo).orElse(null), language),
                median(figures.waited(DAYS), language),
                reviews.many(),
                since(reviews.oldest(), language));
    }

    private String since(@Nullable Instant moment, Language language) {
        Instant now = sheets.times().now();
        return moment == null || moment.isAfter(now) ? "–" : sheets.times().length(Duration.between(moment, now), language);
    }

    private List<Waited> waited(Language language) {
        return figures.waited(DAYS).stream()
                .map(one -> new Waited(
                        sheets.times().length(Duration.ofHours(one.hours()), language), one.questions()))
                .toList();
    }

    private String median(List<Figures.Waited> waited, Language language) {
        int all = waited.stream().mapToInt(Figures.Waited::questions).sum();
        int seen = 0;
        for (Figures.Waited one : waited) {
            seen += one.questions();
            if (2 * seen >= all) {
                return sheets.times().length(Duration.ofHours(one.hours()), language);
            }
        }
        return "–";
    }

    /** For the script that draws; no sign of it can end the element around it. */
    private static String data(
            List<Row> hours, List<Row> topics, List<Waited> waited, Map<String, String> texts) {
        return JSON.writeValueAsString(Map.of(
                        "hours", hours,
                        "topics", topics,
                        "waited", waited,
                        "labels",
                                Map.of(
                                        "answered", texts.getOrDefault("answered", ""),
                                        "askedBack", texts.getOrDefault("asked-back", ""),
                                        "unknown", texts.getOrDefault("unknown", ""),
                                        "questions", texts.getOrDefault("how-many", ""))))
                .replace("<", "\\u003c");
    }
}
