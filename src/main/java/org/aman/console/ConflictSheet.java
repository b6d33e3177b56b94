package org.aman.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aman.knowledge.Ruling;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Shows somebody what another person saved while they were writing. */
@Component
final class ConflictSheet {
    private final Comparison comparison;
    private final People people;
    private final Sheets sheets;

    ConflictSheet(Comparison comparison, People people, Sheets sheets) {
        this.comparison = comparison;
        this.people = people;
        this.sheets = sheets;
    }

    /** Who saved and when, and the fields in which both differ. */
    record Shown(String said, List<Comparison.Clash> fields) {}

    Shown of(Ruling.Conflict conflict, Language language) {
        Map<String, String> who = Map.of(
                "name", people.name(conflict.theirs().changedBy().value(), language),
                "when", sheets.times().moment(conflict.theirs().changedAt(), language));
        return new Shown(
                sheets.say("conflict-said", language, who),
                comparison.clashes(
                        Objects.requireNonNullElse(conflict.common(), conflict.theirs().written()),
                        conflict.theirs().written(),
                        conflict.yours(),
                        language));
    }
}
