package org.aman.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aman.answer.Answer.Shown;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.ArabicForms;
import org.aman.language.Bilingual;
import org.aman.language.EnglishForms;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.Token;
import org.springframework.stereotype.Component;

/** Words one vetted update: what it says, who says it, when it was checked, until when it stands. */
@Component
final class UpdateWriter {
    private final Messages messages;
    private final Topics topics;
    private final Whereabouts whereabouts;
    private final Moments moments;
    private final Map<String, Set<String>> stemsOfStates = new ConcurrentHashMap<>();

    UpdateWriter(Messages messages, Topics topics, Whereabouts whereabouts, Moments moments) {
        this.messages = messages;
        this.topics = topics;
        this.whereabouts = whereabouts;
        this.moments = moments;
    }

    /** All of it, as paragraphs; the first line answers. */
    List<String> full(Shown shown, Asked asked) {
        Update update = shown.update();
        Language language = asked.language();
        List<String> first = new ArrayList<>();
        String headline = claim(update, headline(update, language), language);
        first.add(headline);
        if (shown.distanceKm() == null || shown.from() != null) {
            aboutPlace(update, headline, asked).ifPresent(first::add);
        }
        whereabouts.remark(shown, asked).ifPresent(first::add);
        List<String> last = new ArrayList<>();
        last.add(whoSays(update, asked));
        last.add(checked(update, asked));
        until(update, asked).ifPresent(last::add);
        return List.of(lines(first), text(update, language), lines(last));
    }

    /** Two or three lines: what, where, when checked, until when. */
    String brief(Shown shown, Asked asked) {
        Update update = shown.update();
        Language language = asked.language();
        List<String> lines = new ArrayList<>();
        lines.add(claim(update, headline(update, language), language));
        whereabouts.remark(shown, asked).ifPresent(lines::add);
        String ago = moments.ago(update.verified(), asked.now(), language);
        lines.add(
                update.expires() == null
                        ? messages.text("brief.checked", language, Map.of("ago", ago))
                        : messages.text(
                                "brief.until",
                                language,
                                Map.of("ago", ago, "when", moments.absolute(update.expires(), asked.now(), language))));
        return lines(lines);
    }

    /** Just the title and what it says: for people who have no time. */
    String advice(Shown shown, Asked asked) {
        Update update = shown.update();
        return update.title().best(asked.language()) + "\n" + text(update, asked.language());
    }

    /** As {@link #full}, after saying first that it no longer stands and since when. */
    List<String> over(Shown shown, Asked asked) {
        Update update = shown.update();
        Language language = asked.language();
        List<String> first = new ArrayList<>();
        first.add(noLongerStands(update, asked));
        first.add(messages.text("outdated.was", language, Map.of("headline", headline(update, language))));
        whereabouts.remark(shown, asked).ifPresent(first::add);
        return List.of(lines(first), text(update, language), lines(List.of(whoSays(update, asked), checked(update, asked))));
    }

    /** That nothing newer can be looked for since then. */
    String asOf(Instant then, Instant now, Language language) {
        return messages.text(
                "as-of",
                language,
                Map.of("when", moments.absolute(then, now, language), "zone", moments.zoneName(language)));
    }

    private String noLongerStands(Update update, Asked asked) {
        Language language = asked.language();
        return update.expires() == null
                ? messages.text("outdated", language)
                : messages.text(
                        "outdated.since",
                        language,
                        Map.of("when", moments.absolute(update.expires(), asked.now(), language)));
    }

    /** The title with its state said plainly, unless the title says it in the same words. */
    String headline(Update update, Language language) {
        String title = update.title().best(language);
        Optional<Topic> topic = topics.topic(update.topic());
        Optional<String> status =
                topic.flatMap(found -> found.status(update.status())).map(found -> found.name().best(language));
        if (topic.isEmpty() || status.isEmpty() || !topic.get().located()) {
            return title;
        }
        Map<String, String> parts =
                Map.of("title", title, "status", status.get(), "topic", Choices.shortName(topic.get(), language));
        if (update.title().in(language).isEmpty()) {
            return messages.text("headline.other-language", language, parts);
        }
        return messages.first(
                        language,
                        parts,
                        "headline." + update.topic() + "." + update.status(),
                        "headline." + update.topic())
                .orElseGet(() -> says(title, status.get()) ? title : messages.text("headline", language, parts));
    }

    /** Whether a title has all the words of a state, in whatever form. */
    private boolean says(String title, String status) {
        return stems(title).containsAll(stemsOfStates.computeIfAbsent(status, UpdateWriter::stems));
    }

    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (Token token : Token.of(text)) {
            stems.add(switch (token.script()) {
                case ARABIC -> ArabicForms.stem(token.text());
                case LATIN -> EnglishForms.stem(token.text());
                case NUMBER -> token.text();
            });
        }
        return stems;
    }

    /** What only one source or one party says is marked as such in its first words. */
    private String claim(Update update, String headline, Language language) {
        if (!isLocated(update)) {
            return headline;
        }
        boolean partyOnly = update.sources().stream().allMatch(source -> source.kind() == Source.Kind.PARTY);
        return switch (update.confidence()) {
            case CONTESTED -> messages.text("claim.contested", language, Map.of("headline", headline));
            case SINGLE_SOURCE -> messages.text(
                    partyOnly ? "claim.party" : "claim.single-source", language, Map.of("headline", headline));
            case CORROBORATED, CONFIRMED -> partyOnly
                    ? messages.text("claim.party", language, Map.of("headline", headline))
                    : headline;
        };
    }

    private boolean isLocated(Update update) {
        return topics.topic(update.topic()).map(Topic::located).orElse(true);
    }

    /** "Your question is about: Sarmada", where the headline does not name the place already. */
    private Optional<String> aboutPlace(Update update, String headline, Asked asked) {
        Language language = asked.language();
        return asked.place() == null || !isLocated(update) || headline.contains(asked.place().name(language))
                ? Optional.empty()
                : Optional.of(messages.text(
                        "asked.about", language, Map.of("place", whereabouts.nameApart(asked.place(), language))));
    }

    private String text(Update update, Language language) {
        return update.text()
                .in(language)
                .orElseGet(() -> messages.text("text.other-language", language) + "\n" + update.text().best(language));
    }

    private String whoSays(Update update, Asked asked) {
        return switch (update.confidence()) {
            case CONTESTED -> contested(update, asked);
            case SINGLE_SOURCE -> isLocated(update)
                    ? sources(update, asked.language()) + "\n" + messages.text("source.single", asked.language())
                    : sources(update, asked.language());
            case CORROBORATED, CONFIRMED -> sources(update, asked.language());
        };
    }

    private String sources(Update update, Language language) {
        String names = update.sources().stream()
                .map(source -> source.name().best(language))
                .collect(Collectors.joining(messages.text("list.comma", language)));
        return messages.text("sources", language, Map.of("n", update.sources().size(), "names", names));
    }

    /** Each side with its source, in the order of the update. */
    private String contested(Update update, Asked asked) {
        Language language = asked.language();
        return messages.text("source.contested", language) + "\n"
                + update.sources().stream().map(source -> side(source, asked)).collect(Collectors.joining("\n"));
    }

    private String side(Source source, Asked asked) {
        Language language = asked.language();
        Bilingual says = source.says();
        String when = moments.absolute(source.at(), asked.now(), language);
        String name = source.name().best(language);
        return says == null
                ? messages.text("source.side", language, Map.of("name", name, "when", when))
                : messages.text(
                        "source.side-says", language, Map.of("name", name, "when", when, "says", says.best(language)));
    }

    private String checked(Update update, Asked asked) {
        Language language = asked.language();
        return messages.text(
                "checked",
                language,
                Map.of(
                        "when", moments.absolute(update.verified(), asked.now(), language),
                        "zone", moments.zoneName(language),
                        "ago", moments.ago(update.verified(), asked.now(), language)));
    }

    private Optional<String> until(Update update, Asked asked) {
        return Optional.ofNullable(update.expires())
                .map(end -> messages.text(
                        "until",
                        asked.language(),
                        Map.of("when", moments.absolute(end, asked.now(), asked.language()))));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
