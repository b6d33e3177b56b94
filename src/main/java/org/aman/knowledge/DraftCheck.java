package org.aman.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says all that is wrong with what somebody typed, at once and beside its field: the form as it stands, and what other
 * updates say. Cheap enough to ask at every pause in typing.
 */
public class DraftCheck {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Topics topics;
    private final Gazetteer gazetteer;
    private final Vetting vetting;
    private final Clashes clashes;

    DraftCheck(Topics topics, Gazetteer gazetteer, Vetting vetting, Clashes clashes) {
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.vetting = vetting;
        this.clashes = clashes;
    }

    /**
     * What was found.
     *
     * @param update what would be published; empty while an error keeps it from being read
     * @param findings every objection; fields are named as in the file, such as {@code title.ar} or {@code places.0}
     */
    public record Checked(Optional<Update> update, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }

        public boolean hasErrors() {
            return findings.stream().anyMatch(Finding::isError);
        }
    }

    /** Checks what was typed. An update without a name yet is checked as if it had one. */
    public Checked check(Written written) {
        Findings findings = new Findings();
        Optional<Update> update = read(written, findings);
        update.ifPresent(one -> {
            vetting.vetDraft(one, findings);
            clashes.find(one, findings);
        });
        return new Checked(findings.hasErrors() ? Optional.empty() : update, findings.all());
    }

    /** What would be published, were it not for wording; empty while it cannot be read. */
    Optional<Update> read(Written written) {
        return read(written, new Findings());
    }

    private Optional<Update> read(Written written, Findings findings) {
        Written named = written.id().isBlank() ? written.named("unnamed") : written;
        return new UpdateFile(tree(named), findings, topics, id -> gazetteer.place(id).isPresent()).read();
    }

    /** What was typed, in the form of a file. */
    private static ObjectNode tree(Written written) {
        ObjectNode tree = NODES.objectNode();
        put(tree, "id", written.id());
        put(tree, "topic", written.topic());
        put(tree, "status", written.status());
        tree.set("places", texts(written.places()));
        put(tree, "confidence", written.confidence());
        put(tree, "severity", written.severity());
        put(tree, "verified", written.verified());
        put(tree, "expires", written.expires());
        if (!written.latitude().isBlank() || !written.longitude().isBlank()) {
            ObjectNode location = tree.putObject("location");
            number(location, "lat", written.latitude());
            number(location, "lon", written.longitude());
        }
        tree.set("supersedes", texts(written.supersedes()));
        tree.set("title", both(written.arabic().title(), written.english().title()));
        tree.set("text", both(written.arabic().text(), written.english().text()));
        ObjectNode questions = tree.putObject("questions");
        for (Language language : Language.values()) {
            questions.set(language.code(), texts(written.in(language).questions()));
        }
        ArrayNode sources = tree.putArray("sources");
        written.sources().forEach(source -> sources.add(source(source)));
        return tree;
    }

    private static ObjectNode source(Written.Cited source) {
        ObjectNode tree = NODES.objectNode();
        tree.set("name", both(source.nameArabic(), source.nameEnglish()));
        put(tree, "kind", source.kind());
        put(tree, "at", source.at());
        put(tree, "url", source.url());
        if (!source.saysArabic().isBlank() || !source.saysEnglish().isBlank()) {
            tree.set("says", both(source.saysArabic(), source.saysEnglish()));
        }
        tree.put("permits-position", source.permitsPosition());
        return tree;
    }

    private static void put(ObjectNode tree, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            tree.put(key, text);
        }
    }

    private static void number(ObjectNode tree, String key, String text) {
        try {
            tree.put(key, Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            tree.put(key, text); // refused as no number, beside its field
        }
    }

    private static ObjectNode both(String arabic, String english) {
        ObjectNode both = NODES.objectNode();
        Map.of("ar", arabic, "en", english).forEach((code, text) -> put(both, code, text));
        return both;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
