package org.aman.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;

/** The pages one can go to from everywhere, in their order; a new page for the staff is one line here. */
enum Menu {
    NOW("/console", Act.READ, true),
    ALERTS("/console/alerts", Act.READ, true),
    UPDATES("/console/updates", Act.READ, true),
    QUESTIONS("/console/questions", Act.READ, true),
    ENDING("/console/endings", Act.READ, false),
    MAP("/console/map", Act.READ, false),
    CORRECTIONS("/console/corrections", Act.READ, false),
    TRY("/console/try", Act.READ, false),
    FIGURES("/console/figures", Act.READ, false),
    FILES("/console/files", Act.READ, false),
    IMPORTS("/console/imports", Act.READ, false),
    FREEZE("/console/freeze", Act.READ, false),
    POSTERS("/console/posters", Act.READ, false),
    TEAM("/console/people", Act.MANAGE_PEOPLE, false),
    JOURNAL("/console/journal", Act.READ_JOURNAL, false),
    ACCOUNT("/console/account", Act.READ, false);

    private final String path;
    private final Act needs;
    private final boolean first;

    /** @param first whether it has a place of its own in the bar at the thumb */
    Menu(String path, Act needs, boolean first) {
        this.path = path;
        this.needs = needs;
        this.first = first;
    }

    /** One way to go. */
    record Way(String name, String path, boolean first, boolean here) {}

    /** Those this person may use, named in their language; {@code page} is where they are. */
    static List<Way> of(Volunteer who, String page, Map<String, String> texts) {
        return Arrays.stream(values())
                .filter(one -> who.may(one.needs))
                .map(one -> new Way(
                        texts.getOrDefault(one.word(), one.word()), one.path, one.first, one.word().equals(page)))
                .toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
