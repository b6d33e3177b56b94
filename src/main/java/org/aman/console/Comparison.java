package org.aman.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Sets two versions of an update beside each other, field by field, as people read them. */
@Component
final class Comparison {
    private final Topics topics;
    private final Sheets sheets;
    private final Offered offered;

    Comparison(Topics topics, Sheets sheets, Offered offered) {
        this.topics = topics;
        this.sheets = sheets;
        this.offered = offered;
    }

    /** One field with what differs; {@code language} is that of its text. */
    record Field(String label, String language, List<Difference.Part> parts) {
        public boolean differs() {
            return Difference.differs(parts);
        }
    }

    /** A field in which two people wrote different things. */
    record Clash(String label, String language, List<Difference.Part> theirs, String yours) {}

    /** Every field that says something, as it became the second from the first. */
    List<Field> fields(Written before, Written after, Language reader) {
        List<Field> fields = new ArrayList<>();
        for (Said said : said(reader)) {
            String old = said.of().apply(before);
            String fresh = said.of().apply(after);
            if (!old.isEmpty() || !fresh.isEmpty()) {
                fields.add(new Field(
                        said.label(), said.language().code(), Difference.between(old, fresh, said.language())));
            }
        }
        return fields;
    }

    /** Those fields alone in which the second differs. */
    List<Field> changes(Written before, Written after, Language reader) {
        return fields(before, after, reader).stream().filter(Field::differs).toList();
    }

    /** Where theirs and yours differ: what they made of what both began from, and what you have. */
    List<Clash> clashes(Written common, Written theirs, Written yours, Language reader) {
        return said(reader).stream()
                .filter(said -> !said.of().apply(theirs).equals(said.of().apply(yours)))
                .map(said -> new Clash(
                        said.label(),
                        said.language().code(),
                        Difference.between(said.of().apply(common), said.of().apply(theirs), said.language()),
                        said.of().apply(yours)))
                .toList();
    }

    private record Said(String label, Language language, Function<Written, String> of) {}

    private List<Said> said(Language reader) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(sheets.text("about", reader), reader, written -> about(written, reader)));
        said.add(new Said(sheets.text("places", reader), reader, written -> offered.named(written.places(), reader).stream()
                .map(Offered.Choice::name)
                .collect(Collectors.joining("\n"))));
        for (Language language : List.of(reader, reader.other())) {
            words(said, reader, language);
        }
        said.add(moment("verified", reader, Written::verified));
        said.add(moment("expires", reader, Written::expires));
        said.add(named("confidence", reader, Written::confidence));
        said.add(named("severity", reader, Written::severity));
        said.add(new Said(sheets.text("sources", reader), reader, written -> sources(written, reader)));
        said.add(new Said(sheets.text("more-fields", reader), reader, Comparison::rest));
        return said;
    }

    private void words(List<Said> said, Language reader, Language language) {
        String name = " (" + sheets.text("language." + language.code(), reader) + ")";
        Function<Written, Written.Words> words =
                written -> language == Language.ARABIC ? written.arabic() : written.english();
        said.add(new Said(sheets.text("title", reader) + name, language, words.andThen(Written.Words::title)));
        said.add(new Said(sheets.text("text", reader) + name, language, words.andThen(Written.Words::text)));
        said.add(new Said(
                sheets.text("ways", reader) + name,
                language,
                words.andThen(one -> String.join("\n", one.questions()))));
    }

    private Said moment(String key, Language reader, Function<Written, String> of) {
        return new Said(sheets.text(key, reader), reader, written -> {
            Times.Shown moment = sheets.times().shown(of.apply(written), reader);
            return moment.said().isEmpty() ? moment.field() : moment.said();
        });
    }

    private Said named(String key, Language reader, Function<Written, String> of) {
        return new Said(sheets.text(key, reader), reader, written -> {
            String value = of.apply(written);
            return value.isEmpty() ? "" : sheets.text(key + "." + value, reader);
        });
    }

    private String about(Written written, Language reader) {
        if (written.topic().isBlank()) {
            return "";
        }
        String status = topics.topic(new Topic.Id(written.topic()))
                .flatMap(topic -> topic.status(written.status()))
                .map(one -> one.name().best(reader))
                .orElse(written.status());
        return sheets.topic(written.topic(), reader) + ": " + status;
    }

    private String sources(Written written, Language reader) {
        return written.sources().stream()
                .map(source -> source(source, reader))
                .collect(Collectors.joining("\n"));
    }

    /** A source on one line: name, sort, when, address, claim. */
    String source(Written.Cited source, Language reader) {
        boolean arabic = reader == Language.ARABIC;
        String name = arabic ? source.nameArabic() : source.nameEnglish();
        List<String> parts = new ArrayList<>();
        parts.add(name.isBlank() ? source.nameArabic() + source.nameEnglish() : name);
        parts.add(source.kind().isBlank() ? "" : sheets.text("kind-of." + source.kind(), reader));
        parts.add(sheets.times().shown(source.at(), reader).said());
        parts.add(source.url());
        parts.add(arabic ? source.saysArabic() : source.saysEnglish());
        parts.add(source.permitsPosition() ? sheets.text("source-permits", reader) : "");
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private static String rest(Written written) {
        List<String> parts = new ArrayList<>();
        if (!written.latitude().isBlank() || !written.longitude().isBlank()) {
            parts.add(written.latitude() + ", " + written.longitude());
        }
        parts.addAll(written.supersedes());
        return String.join("\n", parts);
    }
}
