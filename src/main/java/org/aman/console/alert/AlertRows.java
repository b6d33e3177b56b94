package org.aman.console.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertDrafts;
import org.aman.alert.AlertState;
import org.aman.alert.AlertWriter;
import org.aman.alert.Areas;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.alert.Suggestion;
import org.aman.console.People;
import org.aman.console.Sheets;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Alerts as a list shows them. */
@Component
final class AlertRows {
    private final AlertWriter writer;
    private final People people;
    private final Sheets sheets;

    AlertRows(AlertWriter writer, People people, Sheets sheets) {
        this.writer = writer;
        this.people = people;
        this.sheets = sheets;
    }

    /**
     * @param number empty for a draft
     * @param state the looks of its state
     * @param note when it ends, and whose it is
     */
    record Row(
            String number, String kind, boolean exercise, String title, String state, String stateSaid, String places,
            String note, String link) {}

    Row of(Filed filed, Language language) {
        Alert alert = filed.alert();
        boolean waits = filed.approvedBy() == null;
        return new Row(
                alert.number().toString(),
                kind(alert, language),
                alert.kind() == Alert.Kind.EXERCISE,
                title(alert.words().text(), language),
                waits ? "review" : badge(filed.state()),
                stateSaid(filed, language),
                writer.places(alert.areas(), language),
                waits ? proposed(filed, language) : ends(alert, language),
                waits ? approval(alert) : "/console/alerts/" + alert.number());
    }

    static String approval(Alert alert) {
        return "/console/alerts/" + alert.number() + "/" + alert.revision() + "/approval";
    }

    Row of(AlertDrafts.Kept kept, Language language) {
        Draft draft = kept.draft();
        Alert.Kind kind = draft.kind();
        Bilingual text = draft.texts().text();
        return new Row(
                "",
                kind == null ? sheets.text("alert", language) : sheets.text("alert-kind." + kind.word(), language),
                kind == Alert.Kind.EXERCISE,
                text == null ? sheets.text("alert-draft", language) : title(text, language),
                "draft",
                sheets.text("alert-draft", language),
                places(draft, language),
                by(kept.changedBy().value(), kept.changedAt(), language),
                "/console/alerts/drafts/" + kept.id());
    }

    /** A draft that another service's message was made into. */
    Row of(Suggestion suggestion, Language language) {
        Draft draft = suggestion.draft();
        Alert.Kind kind = draft.kind();
        Bilingual text = draft.texts().text();
        String first = suggestion.original().texts().stream()
                .flatMap(one -> one.lines().stream())
                .findFirst()
                .orElse(suggestion.original().identifier());
        return new Row(
                "",
                kind == null ? sheets.text("alert", language) : sheets.text("alert-kind." + kind.word(), language),
                kind == Alert.Kind.EXERCISE || suggestion.original().exercise(),
                text == null ? first : title(text, language),
                "draft",
                sheets.text("alert-suggested-one", language),
                places(draft, language),
                sheets.say("written-by", language, Map.of(
                        "name", suggestion.original().sender(),
                        "when", sheets.times().moment(suggestion.at(), language))),
                "/console/imports/" + suggestion.id());
    }

    private String places(Draft draft, Language language) {
        Areas areas = new Areas(draft.places(), draft.circle());
        return areas.isEmpty() ? sheets.text("no-place", language) : writer.places(areas, language);
    }

    /** What sort it is, and what it follows. */
    String kind(Alert alert, Language language) {
        String kind = sheets.text("alert-kind." + alert.kind().word(), language);
        Follow follow = alert.follow();
        return follow == null || follow.way() == Follow.Way.ALL_CLEAR
                ? kind
                : sheets.text("alert-way." + word(follow.way()), language) + " · " + kind;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static String title(Bilingual text, Language language) {
        return text.best(language).lines().findFirst().orElse("");
    }

    static String badge(AlertState state) {
        return switch (state) {
            case PROPOSED -> "review";
            case DISCARDED -> "draft";
            case SENDING, SENT -> "published";
            case PAUSED -> "held";
            case STOPPED, CANCELLED -> "withdrawn";
            case REPLACED -> "superseded";
            case CLEARED, EXPIRED -> "expired";
        };
    }

    /** Its state in words; what was sent and has ended is no longer in force. */
    String stateSaid(Filed filed, Language language) {
        if (filed.approvedBy() == null && filed.alert().revision() > 1) {
            return sheets.text("alert-correction-waits", language);
        }
        boolean ended = filed.state() == AlertState.SENT && filed.alert().isOverAt(sheets.times().now());
        return sheets.text("alert-state." + (ended ? "ended" : word(filed.state())), language);
    }

    String ends(Alert alert, Language language) {
        return sheets.say(
                alert.isOverAt(sheets.times().now()) ? "ended-at" : "ends-at",
                language,
                Map.of(
                        "when", sheets.times().moment(alert.times().until(), language),
                        "far", sheets.times().distance(alert.times().until(), language)));
    }

    String proposed(Filed filed, Language language) {
        return by(filed.proposedBy().value(), filed.proposedAt(), language);
    }

    Optional<String> approved(Filed filed, Language language) {
        return filed.approvedBy() == null || filed.approvedAt() == null
                ? Optional.empty()
                : Optional.of(by(filed.approvedBy().value(), filed.approvedAt(), language));
    }

    private String by(String person, java.time.Instant when, Language language) {
        return sheets.say("written-by", language, Map.of(
                "name", people.name(person, language), "when", sheets.times().moment(when, language)));
    }

    List<Row> all(List<Filed> filed, Language language) {
        return filed.stream().map(one -> of(one, language)).toList();
    }

    AlertWriter writer() {
        return writer;
    }

    Sheets sheets() {
        return sheets;
    }
}
