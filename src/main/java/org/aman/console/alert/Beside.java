package org.aman.console.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aman.console.Sheets;
import org.aman.knowledge.Finding;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.springframework.stereotype.Component;

/** Puts each objection to an alert beside the field it is about, in the language of whoever reads it. */
@Component
final class Beside {
    private static final List<String> ONCE =
            List.of("kind", "severity", "urgency", "certainty", "places", "circle", "asOf", "onset", "until", "topic");

    private final Messages messages;
    private final Sheets sheets;

    Beside(Messages messages, Sheets sheets) {
        this.messages = messages;
        this.sheets = sheets;
    }

    /** One objection as a field shows it. */
    record Said(boolean error, String sentence) {}

    /** Fields of the whole form that the short one of an emergency has not. */
    private static final List<String> NOT_ALONE = List.of("boundary", "more", "asOf", "onset", "topic");

    /** The fields beside which something can be said on the page of this form. */
    static List<String> slots(Typed typed, boolean alone) {
        return slots().stream()
                .filter(slot -> !typed.one("first").isEmpty() || !isOf(slot, "why"))
                .filter(slot -> !alone || NOT_ALONE.stream().noneMatch(part -> isOf(slot, part)))
                .toList();
    }

    private static boolean isOf(String slot, String part) {
        return slot.equals(part) || slot.startsWith(part + ".");
    }

    private static List<String> slots() {
        List<String> slots = new ArrayList<>(ONCE);
        for (String part : Typed.IN_BOTH) {
            for (Language language : Language.values()) {
                slots.add(part + "." + language.code());
            }
        }
        return slots;
    }

    /** What stands beside each field; what is about none stands beside the kind. */
    Map<String, List<Said>> fields(List<Finding> findings, Language language) {
        Map<String, List<Said>> beside = new LinkedHashMap<>();
        slots().forEach(slot -> beside.put(slot, new ArrayList<>()));
        for (Finding finding : findings) {
            Said said = new Said(finding.isError(), sentence(finding, language));
            places(finding.field()).forEach(place -> beside.getOrDefault(
                            place, beside.getOrDefault("kind", new ArrayList<>()))
                    .add(said));
        }
        return beside;
    }

    /** What is said of a part in both languages stands beside both. */
    private static List<String> places(String field) {
        return Typed.IN_BOTH.contains(field)
                ? Arrays.stream(Language.values()).map(language -> field + "." + language.code()).toList()
                : List.of(field);
    }

    private String sentence(Finding finding, Language language) {
        return Sheets.readable(finding.sentence(messages, language), language);
    }

    /** Why the desk refused, as one text: errors before advice, none twice. */
    String sentences(List<Finding> why, Language language) {
        return String.join(
                "\n",
                why.stream()
                        .filter(Finding::isError)
                        .map(finding -> sentence(finding, language))
                        .distinct()
                        .toList());
    }

    /** How many there are, in a sentence. */
    String summary(List<Finding> findings, Language language) {
        long errors = findings.stream().filter(Finding::isError).count();
        return findings.isEmpty()
                ? sheets.text("summary-none", language)
                : sheets.say("summary", language, Map.of("errors", errors, "advice", findings.size() - errors));
    }
}
