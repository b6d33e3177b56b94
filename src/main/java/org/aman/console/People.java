package org.aman.console;

import java.util.Set;
import org.aman.language.Language;
import org.aman.staff.Volunteer;
import org.aman.staff.Volunteers;
import org.springframework.stereotype.Component;

/** Names who did something, to colleagues only. */
@Component
public final class People {
    private static final Set<String> FILES = Set.of("files", "import");

    private final Volunteers volunteers;
    private final Sheets sheets;

    People(Volunteers volunteers, Sheets sheets) {
        this.volunteers = volunteers;
        this.sheets = sheets;
    }

    public Sheets sheets() {
        return sheets;
    }

    /** @param by the id of a volunteer, or what did it, such as {@code files} */
    public String name(String by, Language language) {
        if (FILES.contains(by)) {
            return sheets.text("by-files", language);
        }
        return volunteers.volunteer(new Volunteer.Id(by)).map(Volunteer::name).orElseGet(() -> sheets.text("by-operator", language));
    }
}
