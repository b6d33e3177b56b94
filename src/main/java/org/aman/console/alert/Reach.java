package org.aman.console.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.Draft;
import org.aman.alert.Estimate;
import org.aman.alert.Progress;
import org.aman.alert.Progresses;
import org.aman.console.Sheets;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** Says whom an alert would reach and how long that takes, before anybody confirms it; nobody is named (P13). */
@Component
final class Reach {
    private final AlertDesk desk;
    private final Progresses progresses;
    private final Sheets sheets;

    Reach(AlertDesk desk, Progresses progresses, Sheets sheets) {
        this.desk = desk;
        this.progresses = progresses;
        this.sheets = sheets;
    }

    /** One figure with its name. */
    record Figure(String name, String value) {}

    /** Of a draft without errors. */
    List<Figure> of(Draft draft, Language language) {
        Alert.Number replaced = draft.replaces();
        return replaced == null ? figures(desk.estimate(draft), language) : inPlace(replaced, language);
    }

    List<Figure> of(Alert alert, Language language) {
        return alert.revision() > 1 ? inPlace(alert.number(), language) : figures(desk.estimate(alert), language);
    }

    private List<Figure> figures(Estimate estimate, Language language) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("alert-people", estimate.peopleSaid(), language));
        figures.add(figure(
                "alert-takes",
                sheets.say("alert-at-rate", language, Map.of(
                        "length", length(estimate.takes(), language), "rate", estimate.perSecond())),
                language));
        figures.add(figure("alert-last-has-it", sheets.times().moment(estimate.done(), language), language));
        return figures;
    }

    /** How many have it so far. */
    String sent(Alert.Number number) {
        return Estimate.said(progresses.of(number).map(Progress::sent).orElse(0));
    }

    /** A correction in place changes what these have; whoever still waits gets the new words at once. */
    private List<Figure> inPlace(Alert.Number number, Language language) {
        Optional<Progress> progress = progresses.of(number);
        return List.of(
                figure("alert-changed-at", sent(number), language),
                figure("alert-waiting", Estimate.said(progress.map(Progress::waiting).orElse(0)), language));
    }

    private Figure figure(String key, String value, Language language) {
        return new Figure(sheets.text(key, language), value);
    }

    /** Seconds below a minute, else as times are said elsewhere. */
    String length(Duration length, Language language) {
        return length.toSeconds() < 60
                ? sheets.say("alert-seconds", language, Map.of("n", Math.max(1, length.toSeconds())))
                : sheets.times().length(length.plusSeconds(59), language);
    }
}
