package org.aman.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.knowledge.Written;
import org.aman.language.Folding;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Puts an answer, typed or chosen, into the draft; what cannot be understood comes back as a sentence. */
@Component
final class Filling {
    private static final Written.Cited NO_SOURCE = new Written.Cited("", "", "", "", "", "", "", false);
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private final Topics topics;
    private final Locating locating;
    private final Naming naming;
    private final Clock clock;

    Filling(Topics topics, Locating locating, Naming naming, Clock clock) {
        this.topics = topics;
        this.locating = locating;
        this.naming = naming;
        this.clock = clock;
    }

    /** What became of an answer. */
    sealed interface Filled {
        record Done(Written written) implements Filled {}

        /**
         * It was not understood.
         *
         * @param key of the sentence that says so
         * @param places that may have been meant
         */
        record Unclear(String key, Map<String, String> values, List<String> places) implements Filled {}
    }

    /** A draft that begins with a message; its source is named only where it was a public channel. */
    Written begun(String text, String source, Instant saidAt) {
        Language language = language(text);
        Written.Words words = new Written.Words("", text, List.of());
        Written.Words none = new Written.Words("", "", List.of());
        Written.Cited cited = named(cited(NO_SOURCE, "", saidAt.toString()), source);
        return new Written(
                "", "", "", List.of(), "", "", "", "", "", "", List.of(),
                language == Language.ARABIC ? words : none,
                language == Language.ENGLISH ? words : none,
                List.of(cited));
    }

    /** The language of words, by their letters. */
    static Language language(String words) {
        return ARABIC.matcher(words).find() ? Language.ARABIC : Language.ENGLISH;
    }

    /** The source that is asked about: the first. */
    static Written.Cited source(Written written) {
        return written.sources().isEmpty() ? NO_SOURCE : written.sources().getFirst();
    }

    Filled fill(Written written, Field field, String answer) {
        String words = answer.strip();
        return switch (field) {
            case TOPIC -> topic(words)
                    .<Filled>map(topic -> new Filled.Done(with(written, Map.of("topic", topic.id().value()))))
                    .orElse(chooseOne());
            case STATUS -> status(written, words)
                    .<Filled>map(status -> new Filled.Done(with(written, Map.of("status", status))))
                    .orElse(chooseOne());
            case PLACES -> places(written, words);
            case TITLE_AR -> done(worded(written, Language.ARABIC, old -> new Written.Words(words, old.text(), old.questions())));
            case TITLE_EN -> done(worded(written, Language.ENGLISH, old -> new Written.Words(words, old.text(), old.questions())));
            case TEXT_AR -> done(worded(written, Language.ARABIC, old -> new Written.Words(old.title(), words, old.questions())));
            case TEXT_EN -> done(worded(written, Language.ENGLISH, old -> new Written.Words(old.title(), words, old.questions())));
            case SURE -> sure(written, words);
            case SOURCE -> done(sourced(written, named(cited(source(written), source(written).kind(), at(written)), words)));
            case KIND -> kind(written, words);
            case UNTIL -> TypedTime.next(words, naming.zone(), clock.instant())
                    .<Filled>map(until -> new Filled.Done(with(written, Map.of("expires", until.toString()))))
                    .orElse(new Filled.Unclear("duty.no-time", Map.of(), List.of()));
        };
    }

    private static Filled done(Written written) {
        return new Filled.Done(written);
    }

    private static Filled chooseOne() {
        return new Filled.Unclear("duty.choose-one", Map.of(), List.of());
    }

    private Optional<Topic> topic(String words) {
        return topics.all().stream()
                .filter(topic -> topic.id().value().equals(words) || isNamed(words, topic))
                .findFirst();
    }

    private static boolean isNamed(String words, Topic topic) {
        return List.of(Language.values()).stream()
                .anyMatch(language -> same(words, Naming.topic(topic, language)));
    }

    private Optional<String> status(Written written, String words) {
        return topics.topic(new Topic.Id(written.topic())).stream()
                .flatMap(topic -> topic.statuses().stream())
                .filter(status -> status.id().equals(words)
                        || List.of(Language.values()).stream()
                                .anyMatch(language -> same(words, status.name().best(language))))
                .map(Topic.Status::id)
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return Folding.fold(one).equals(Folding.fold(other));
    }

    private Filled places(Written written, String words) {
        return switch (locating.read(words)) {
            case Locating.Found.Places(List<String> ids) -> done(placed(written, ids));
            case Locating.Found.Unknown(String name) ->
                new Filled.Unclear("duty.no-place", Map.of("name", name), List.of());
            case Locating.Found.Several(String name, List<String> ids) ->
                new Filled.Unclear("duty.which-place", Map.of("name", name), ids);
        };
    }

    private Filled sure(Written written, String words) {
        boolean known = List.of(Update.Confidence.values()).stream().anyMatch(one -> one.word().equals(words));
        return known
                ? done(with(written, Map.of("confidence", words, "verified", clock.instant().toString())))
                : chooseOne();
    }

    private Filled kind(Written written, String words) {
        boolean known = List.of(Source.Kind.values()).stream().anyMatch(one -> one.word().equals(words));
        return known ? done(sourced(written, cited(source(written), words, at(written)))) : chooseOne();
    }

    private String at(Written written) {
        return Naming.instant(source(written).at()).orElseGet(clock::instant).toString();
    }

    private static Written.Cited named(Written.Cited cited, String name) {
        boolean arabic = language(name) == Language.ARABIC;
        return new Written.Cited(
                arabic ? name : "", arabic ? "" : name, cited.kind(), cited.at(), cited.url(), cited.saysArabic(),
                cited.saysEnglish(), cited.permitsPosition());
    }

    private static Written.Cited cited(Written.Cited old, String kind, String at) {
        return new Written.Cited(
                old.nameArabic(), old.nameEnglish(), kind, at, old.url(), old.saysArabic(), old.saysEnglish(),
                old.permitsPosition());
    }

    private static Written sourced(Written written, Written.Cited first) {
        List<Written.Cited> sources = new ArrayList<>(written.sources());
        if (sources.isEmpty()) {
            sources.add(first);
        } else {
            sources.set(0, first);
        }
        return changed(written, Map.of(), written.places(), written.arabic(), written.english(), sources);
    }

    private static Written placed(Written written, List<String> places) {
        return changed(written, Map.of(), places, written.arabic(), written.english(), written.sources());
    }

    private static Written worded(Written written, Language language, Function<Written.Words, Written.Words> change) {
        boolean arabic = language == Language.ARABIC;
        return changed(
                written,
                Map.of(),
                written.places(),
                arabic ? change.apply(written.arabic()) : written.arabic(),
                arabic ? written.english() : change.apply(written.english()),
                written.sources());
    }

    /** A new topic has other states. */
    private static Written with(Written written, Map<String, String> values) {
        return changed(
                values.containsKey("topic") && !values.containsValue(written.topic()) ? withoutStatus(written) : written,
                values, written.places(), written.arabic(), written.english(), written.sources());
    }

    private static Written withoutStatus(Written written) {
        return changed(
                written, Map.of("status", ""), written.places(), written.arabic(), written.english(),
                written.sources());
    }

    private static Written changed(
            Written old,
            Map<String, String> values,
            List<String> places,
            Written.Words arabic,
            Written.Words english,
            List<Written.Cited> sources) {
        return new Written(
                old.id(),
                values.getOrDefault("topic", old.topic()),
                values.getOrDefault("status", old.status()),
                places,
                values.getOrDefault("confidence", old.confidence()),
                old.severity(),
                values.getOrDefault("verified", old.verified()),
                values.getOrDefault("expires", old.expires()),
                old.latitude(),
                old.longitude(),
                old.supersedes(),
                arabic,
                english,
                sources);
    }
}
