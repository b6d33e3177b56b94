package org.aman.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Puts each finding beside the field it is about, in the language of whoever reads it. */
@Component
final class Margin {
    private static final String WAYS = "questions.";
    private static final List<String> FIELDS = List.of(
            "about", "places", "title", "text", "verified", "expires", "confidence", "severity", "sources", "location",
            "supersedes");
    private static final List<String> IN_BOTH = List.of("title.", "text.", WAYS);
    private static final List<String> OF_A_SOURCE = List.of("", ".name", ".kind", ".at", ".url");

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
            Said said = new Said(finding.isError(), Sheets.readable(finding.sentence(messages, language), language));
            beside.computeIfAbsent(slot(slots, finding.field()), any -> new ArrayList<>()).add(said);
        }
        return beside;
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
        if (name.equals("questions")) {
            return WAYS + Language.ARABIC.code();
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
