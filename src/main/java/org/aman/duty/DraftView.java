package org.aman.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Shows all that a draft would publish: in both languages what it says, in the reader's what it is about. */
@Component
final class DraftView {
    private final Messages messages;
    private final Naming naming;

    DraftView(Messages messages, Naming naming) {
        this.messages = messages;
        this.naming = naming;
    }

    String moment(Instant moment, Language reader) {
        return naming.moment(moment, reader);
    }

    /** Topic, state and places on one line. */
    String headline(Written written, Language reader) {
        if (written.topic().isBlank()) {
            String words = written.arabic().text().isBlank() ? written.english().text() : written.arabic().text();
            return words.length() > 40 ? words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, 40))) + "…" : words;
        }
        String about = naming.topic(written.topic(), reader)
                + (written.status().isBlank() ? "" : ": " + naming.status(written.topic(), written.status(), reader));
        return written.places().isEmpty() ? about : about + " · " + places(written, reader);
    }

    private String places(Written written, Language reader) {
        return written.places().stream()
                .map(place -> naming.place(place, reader))
                .collect(Collectors.joining(messages.text("list.comma", reader)));
    }

    /** The whole draft, a paragraph for each part. */
    String whole(Written written, Language reader) {
        List<String> parts = new ArrayList<>();
        parts.add(headline(written, reader));
        for (Language language : List.of(reader, reader.other())) {
            parts.add(words(written, language, reader));
        }
        parts.add(String.join("\n", facts(written, reader)));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private String words(Written written, Language language, Language reader) {
        Written.Words words = language == Language.ARABIC ? written.arabic() : written.english();
        String both = (words.title() + "\n" + words.text()).strip();
        return both.isEmpty() ? messages.text("duty.view.none." + language.code(), reader) : both;
    }

    private List<String> facts(Written written, Language reader) {
        List<String> facts = new ArrayList<>();
        if (!written.confidence().isBlank()) {
            facts.add(messages.text("duty.view.checked", reader, Map.of(
                    "how", messages.text("console.page.confidence." + written.confidence(), reader),
                    "when", naming.moment(written.verified(), reader))));
        }
        if (!written.expires().isBlank()) {
            facts.add(messages.text(
                    "duty.view.until", reader, Map.of("when", naming.moment(written.expires(), reader))));
        }
        written.sources().forEach(source -> facts.add(source(source, reader)));
        if (!written.latitude().isBlank()) {
            facts.add(messages.text("duty.view.point", reader, Map.of(
                    "latitude", written.latitude(), "longitude", written.longitude())));
        }
        return facts;
    }

    private String source(Written.Cited source, Language reader) {
        String name = source.nameArabic().isBlank() || reader == Language.ENGLISH && !source.nameEnglish().isBlank()
                ? source.nameEnglish()
                : source.nameArabic();
        List<String> parts = new ArrayList<>(List.of(name));
        parts.add(source.kind().isBlank() ? "" : messages.text("console.page.kind-of." + source.kind(), reader));
        parts.add(naming.moment(source.at(), reader));
        parts.add(source.url());
        parts.add(reader == Language.ARABIC ? source.saysArabic() : source.saysEnglish());
        String said = parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
        return messages.text("duty.view.source", reader, Map.of("source", said));
    }
}
