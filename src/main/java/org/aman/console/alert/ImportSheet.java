package org.aman.console.alert;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.aman.alert.Alert;
import org.aman.alert.Draft;
import org.aman.alert.Follow;
import org.aman.alert.Suggestion;
import org.aman.alert.cap.FeedMarks;
import org.aman.alert.cap.Import;
import org.aman.alert.cap.Reason;
import org.aman.console.Sheets;
import org.aman.knowledge.Finding;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what came in from other services, in the language of whoever reads it. Strangers' words stay plain text. */
@Component
final class ImportSheet {
    private final Sheets sheets;
    private final Messages messages;

    ImportSheet(Sheets sheets, Messages messages) {
        this.sheets = sheets;
        this.messages = messages;
    }

    Sheets sheets() {
        return sheets;
    }

    /** A feed: where it is, and how it does. */
    record Feed(String address, String read, String failing) {}

    /**
     * A line of the list.
     *
     * @param badge how its result looks
     * @param why why it was refused; empty where it was taken
     * @param place the element that is wrong; empty for none
     * @param link where the draft is; empty where it became none
     */
    record Row(
            String when, String feed, String address, String identifier, boolean exercise, String badge, String said,
            String why, String place, String link) {}

    /** A draft in the list of those that wait. */
    record Waits(String title, String kind, String places, String when, boolean exercise, String way, String link) {}

    /** Words in one language. */
    record Text(String language, String direction, List<String> lines) {}

    /** A draft as its own page shows it. */
    record Whole(
            Waits waits, String id, String sender, String identifier, String state, String stateSaid, String number,
            String until, List<Text> original) {}

    /** An objection. */
    record Said(boolean error, String sentence) {}

    Feed feed(FeedMarks.Mark mark, Language language) {
        Instant read = mark.readAt();
        return new Feed(
                mark.address(),
                read == null
                        ? sheets.text("import-never", language)
                        : sheets.say(
                                "import-read", language, Map.of("when", sheets.times().distance(read, language))),
                mark.failures() == 0 ? "" : sheets.say("import-failing", language, Map.of("n", mark.failures())));
    }

    Row row(Import one, Language language) {
        Reason reason = one.reason();
        return new Row(
                sheets.times().moment(one.at(), language),
                one.feed(),
                one.address().equals(one.feed()) ? "" : one.address(),
                one.name() == null ? "" : one.name().identifier(),
                one.exercise(),
                one.isTaken() ? "published" : "error",
                sheets.text(one.isTaken() ? "import-taken" : "import-refused", language),
                reason == null ? "" : sheets.text("import-reason." + reason.word(), language),
                one.place(),
                one.suggestion() == null ? "" : "/console/imports/" + one.suggestion());
    }

    Waits waits(Suggestion one, Language language) {
        Draft draft = one.draft();
        Alert.Kind kind = Objects.requireNonNull(draft.kind());
        Follow.Way way = one.original().way();
        return new Waits(
                title(one, language),
                messages.text("cap.event." + kind.word(), language),
                sheets.places(draft.places(), language),
                sheets.times().distance(one.at(), language),
                one.original().exercise(),
                way == null ? "" : way(way, draft.follow(), language),
                "/console/imports/" + one.id());
    }

    private String way(Follow.Way way, @Nullable Follow follow, Language language) {
        String said = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return follow == null
                ? sheets.text("import-way." + said, language)
                : sheets.say("import-way-of." + said, language, Map.of("number", follow.first().toString()));
    }

    private String title(Suggestion one, Language language) {
        Bilingual text = one.draft().texts().text();
        String said = text != null
                ? text.best(language)
                : one.original().texts().stream()
                        .flatMap(any -> any.lines().stream())
                        .findFirst()
                        .orElse(one.original().identifier());
        return said.lines().findFirst().orElse("");
    }

    Whole whole(Suggestion one, Language language) {
        Instant until = one.draft().span().until();
        return new Whole(
                waits(one, language),
                one.id().value(),
                one.original().sender(),
                one.original().identifier(),
                badge(one.state()),
                sheets.text("import-state." + one.state().word(), language),
                one.number() == null ? "" : one.number().toString(),
                until == null ? "" : sheets.times().moment(until, language),
                one.original().texts().stream().map(ImportSheet::text).toList());
    }

    private static String badge(Suggestion.State state) {
        return switch (state) {
            case WAITING -> "review";
            case PROPOSED -> "published";
            case DROPPED, WITHDRAWN -> "withdrawn";
            case REPLACED -> "superseded";
        };
    }

    private static Text text(Suggestion.Text text) {
        boolean leftwards = Locale.forLanguageTag(text.language()).getLanguage().equals(Language.ARABIC.code());
        return new Text(text.language(), leftwards ? "rtl" : "auto", text.lines());
    }

    List<Said> said(List<Finding> findings, Language language) {
        return findings.stream()
                .map(one -> new Said(one.isError(), Sheets.readable(one.sentence(messages, language), language)))
                .distinct()
                .toList();
    }
}
