package org.aman.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Sets beside a draft the updates of which it says the opposite, or the same. */
@Component
final class ClashSheet {
    private static final List<String> CLASHES = List.of("contradicts", "duplicates");

    private final Updates updates;
    private final Sheets sheets;

    ClashSheet(Updates updates, Sheets sheets) {
        this.updates = updates;
        this.sheets = sheets;
    }

    /** Another update beside this one. */
    record Row(
            String id, String what, String title, String text, String places, String checked, String yourTitle,
            String yourText) {}

    List<Row> rows(List<Finding> findings, Written written, Language language) {
        return findings.stream()
                .filter(finding -> CLASHES.contains(finding.key()))
                .flatMap(finding -> row(finding, written, language).stream())
                .toList();
    }

    private Optional<Row> row(Finding finding, Written written, Language language) {
        return updates.update(new Update.Id(String.valueOf(finding.values().get("other"))))
                .map(update -> new Row(
                        update.id().value(),
                        sheets.text("clash." + finding.key(), language),
                        update.title().best(language),
                        update.text().best(language),
                        sheets.places(update.places(), language),
                        sheets.times().moment(update.verified(), language),
                        best(written, language, Written.Words::title),
                        best(written, language, Written.Words::text)));
    }

    private static String best(Written written, Language language, Function<Written.Words, String> part) {
        String arabic = part.apply(written.arabic());
        String english = part.apply(written.english());
        boolean useArabic = language == Language.ARABIC ? !arabic.isBlank() : english.isBlank();
        return useArabic ? arabic : english;
    }
}
