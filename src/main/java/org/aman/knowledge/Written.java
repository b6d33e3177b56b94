package org.aman.knowledge;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aman.language.Language;

/**
 * What somebody typed, right or wrong, field by field as the form shows it. Empty texts stand for nothing; times are
 * written with their offset, such as {@code 2020-01-12T16:00:00+02:00}.
 *
 * @param id the name of the update; empty until the desk gives one
 * @param expires empty for the topic's lifetime after the check
 * @param latitude degrees, empty where no point is named
 * @param supersedes ids of what it replaces
 */
public record Written(
        String id,
        String topic,
        String status,
        List<String> places,
        String confidence,
        String severity,
        String verified,
        String expires,
        String latitude,
        String longitude,
        List<String> supersedes,
        Words arabic,
        Words english,
        List<Cited> sources) {

    /** What it says in one language; {@code questions} are ways people ask it. */
    public record Words(String title, String text, List<String> questions) {
        static final Words NONE = new Words("", "", List.of());

        public Words {
            questions = kept(questions);
        }
    }

    /**
     * A source as typed.
     *
     * @param kind one of the words of {@link Source.Kind}
     * @param says what this source claims, where sources differ
     * @param permitsPosition whether it permits the position of a camp, shelter or medical point to be shown
     */
    public record Cited(
            String nameArabic,
            String nameEnglish,
            String kind,
            String at,
            String url,
            String saysArabic,
            String saysEnglish,
            boolean permitsPosition) {}

    public Written {
        places = kept(places);
        supersedes = kept(supersedes);
        sources = List.copyOf(sources);
    }

    private static List<String> kept(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).toList();
    }

    /** Nothing typed yet. */
    public static Written nothing() {
        return new Written(
                "", "", "", List.of(), "", "", "", "", "", "", List.of(), Words.NONE, Words.NONE, List.of());
    }

    /** An update as somebody would have typed it. */
    public static Written of(Update update) {
        return new Written(
                update.id().value(),
                update.topic().value(),
                update.status(),
                update.places().stream().map(Object::toString).toList(),
                update.confidence().word(),
                update.severity() == null ? "" : update.severity().word(),
                update.verified().toString(),
                update.expires() == null ? "" : update.expires().toString(),
                update.location() == null ? "" : Double.toString(update.location().latitude()),
                update.location() == null ? "" : Double.toString(update.location().longitude()),
                update.supersedes().stream().sorted().map(Update.Id::value).toList(),
                words(update, Language.ARABIC),
                words(update, Language.ENGLISH),
                update.sources().stream().map(Written::cited).toList());
    }

    private static Words words(Update update, Language language) {
        return new Words(
                update.title().in(language).orElse(""),
                update.text().in(language).orElse(""),
                update.questions().getOrDefault(language, List.of()));
    }

    private static Cited cited(Source source) {
        return new Cited(
                source.name().in(Language.ARABIC).orElse(""),
                source.name().in(Language.ENGLISH).orElse(""),
                source.kind().word(),
                source.at().toString(),
                source.url() == null ? "" : source.url().toString(),
                source.says() == null ? "" : source.says().in(Language.ARABIC).orElse(""),
                source.says() == null ? "" : source.says().in(Language.ENGLISH).orElse(""),
                source.permitsPosition());
    }

    /** The beginning of an update that would answer questions. */
    public static Written answering(String topic, List<String> places, Map<Language, List<String>> ways) {
        return new Written(
                "", topic, "", places, "", "", "", "", "", "", List.of(),
                new Words("", "", ways.getOrDefault(Language.ARABIC, List.of())),
                new Words("", "", ways.getOrDefault(Language.ENGLISH, List.of())),
                List.of());
    }

    /**
     * The beginning of an update out of a message, such as a forwarded one.
     *
     * @param source the name of the public channel it came from; empty for none
     * @param at when it was said, with its offset
     */
    public static Written reported(String text, Language language, String source, String at) {
        Words words = new Words("", text, List.of());
        Cited cited = language == Language.ARABIC
                ? new Cited(source, "", "", at, "", "", "", false)
                : new Cited("", source, "", at, "", "", "", false);
        return new Written(
                "", "", "", List.of(), "", "", "", "", "", "", List.of(),
                language == Language.ARABIC ? words : Words.NONE,
                language == Language.ENGLISH ? words : Words.NONE,
                source.isBlank() ? List.of() : List.of(cited));
    }

    Words in(Language language) {
        return language == Language.ARABIC ? arabic : english;
    }

    Written named(String name) {
        return new Written(
                name, topic, status, places, confidence, severity, verified, expires, latitude, longitude, supersedes,
                arabic, english, sources);
    }

    /** The same, checked again; the end follows from the topic's lifetime unless another is given. */
    Written checked(String at, String until) {
        return new Written(
                id, topic, status, places, confidence, severity, at, until, latitude, longitude, supersedes, arabic,
                english, sources);
    }

    /** How much was typed, in letters. */
    int length() {
        return Stream.of(arabic, english)
                        .mapToInt(words -> words.title().length()
                                + words.text().length()
                                + words.questions().stream().mapToInt(String::length).sum())
                        .sum()
                + sources.stream().mapToInt(source -> source.toString().length()).sum()
                + places.stream().mapToInt(String::length).sum()
                + supersedes.stream().mapToInt(String::length).sum()
                + id.length() + topic.length() + status.length() + confidence.length() + severity.length()
                + verified.length() + expires.length() + latitude.length() + longitude.length();
    }
}
