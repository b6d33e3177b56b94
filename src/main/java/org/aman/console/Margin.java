package org.aman.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Puts each finding beside the field it is about, in the language of whoever reads it. */
@Component
final class Margin {
    private static final List<String> FIELDS = List.of(
            "about", "places", "verified", "expires", "confidence", "severity", "sources", "location",
            "supersedes");
    private static final List<String> IN_BOTH = List.of("title.", "text.", "questions.");
    private static final List<String> OF_A_SOURCE = List.of("", ".name", ".kind", ".at", ".url");

    /** How the pages call a field of the file, where they do not call it by the same word. */
    private static final Map<String, String> NAMES = Map.of(
            "topic", "about",
            "status", "about",
            "questions", "ways",
            "location", "more-fields",
            "source-name", "source",
            "source-says", "source-more");

    private final Messages messages;
    private final Sheets sheets;

    Margin(Messages messages, Sheets sheets) {
        this.messages = messages;
        this.sheets = sheets;
    }

    Messages messages() {
        return messages;
    }

    /** One objection as a field shows it. */
    record Said(boolean error, String sentence) {}

    /** The places beside fields at which something can be said. */
    static List<String> slots(Written written) {
        List<String> slots = new ArrayList<>(FIELDS);
        for (String field : IN_BOTH) {
            for (Language language : Language.values()) {
                slots.add(field + language.code());
            }
        }
        for (int number = 0; number < written.sources().size(); number++) {
            for (String part : OF_A_SOURCE) {
                slots.add("sources." + number + part);
            }
        }
        return slots;
    }

    /** What stands beside each of these. */
    Map<String, List<Said>> beside(List<String> slots, List<Finding> findings, Language language) {
        Map<String, List<Said>> beside = new LinkedHashMap<>();
        slots.forEach(slot -> beside.put(slot, new ArrayList<>()));
        for (Finding finding : findings) {
            Said said = said(finding, language);
            slots(slots, finding.field()).forEach(slot ->
                    beside.computeIfAbsent(slot, any -> new ArrayList<>()).add(said));
        }
        return beside;
    }

    /** Each once, one after the other. */
    List<Said> all(List<Finding> findings, Language language) {
        return findings.stream().map(finding -> said(finding, language)).toList();
    }

    private Said said(Finding finding, Language reader) {
        Map<String, Object> values = new HashMap<>(finding.values());
        values.computeIfPresent("field", (key, field) -> name(field.toString(), reader));
        Finding named = new Finding(
                finding.severity(), finding.file(), finding.line(), finding.field(), finding.key(), values);
        return new Said(finding.isError(), Sheets.readable(named.sentence(messages, reader), reader));
    }

    /** A field by the label it has on the pages. */
    private String name(String field, Language reader) {
        String bare = field.replaceFirst("^sources\\.[0-9]+\\.", "source-").replaceAll("\\.[0-9]+", "");
        Optional<Language> side = Language.of(bare.substring(bare.lastIndexOf('.') + 1));
        String key = side.isPresent() ? bare.substring(0, bare.lastIndexOf('.')) : bare;
        String label = sheets.text(NAMES.getOrDefault(key, key), reader);
        return side.map(one -> label + " (" + sheets.text("language." + one.code(), reader) + ")").orElse(label);
    }

    /** What is wrong between the two languages stands beside both. */
    private static List<String> slots(List<String> slots, String field) {
        return IN_BOTH.contains(field + ".")
                ? Arrays.stream(Language.values()).map(one -> field + "." + one.code()).toList()
                : List.of(slot(slots, field));
    }

    /** The nearest place for what is said about a field of the file; the first one where it is about none. */
    private static String slot(List<String> slots, String field) {
        String name = switch (field) {
            case "topic", "status" -> "about";
            default -> field;
        };
        while (!slots.contains(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return slots.contains(name) ? name : "about";
    }

    /** How many there are, in a sentence. */
    String summary(List<Finding> findings, Language language) {
        if (findings.isEmpty()) {
            return sheets.text("summary-none", language);
        }
        long errors = findings.stream().filter(Finding::isError).count();
        return sheets.say("summary", language, Map.of("errors", errors, "advice", findings.size() - errors));
    }
}
