package org.aman.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aman.alert.Alert;
import org.aman.alert.Alerts;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.console.NotThere;
import org.aman.console.Times;
import org.aman.language.Language;
import org.springframework.stereotype.Component;

/** With what somebody begins to write: an earlier alert, the alert to be corrected, a draft from another service. */
@Component
final class Beginnings {
    /** What is offered as the end of what follows an alert that is over or nearly so. */
    private static final Duration USUAL = Duration.ofHours(6);

    private final Alerts alerts;
    private final Suggestions suggestions;
    private final AlertForm form;
    private final Times times;

    Beginnings(Alerts alerts, Suggestions suggestions, AlertForm form, Times times) {
        this.alerts = alerts;
        this.suggestions = suggestions;
        this.form = form;
        this.times = times;
    }

    /** The alert as it stands, to be changed in place. */
    Typed correcting(String number, Language reader) {
        Filed standing = told(number);
        return form.typed(Draft.of(standing.alert()).replacing(standing.alert().number()), reader);
    }

    /** What follows begins with the areas of the first, and with the latest words where they may still be right. */
    Typed after(String number, String way, Language reader) {
        Alert latest = told(number).alert();
        Follow before = latest.follow();
        Alert.Number first = before == null ? latest.number() : before.first();
        Typed typed = form.typed(Draft.of(latest), reader)
                .with("way", way)
                .with("first", first.toString())
                .with("why.ar", "")
                .with("why.en", "")
                .with("asOf", "")
                .with("onset", "")
                .with("until", until(latest));
        return way.equals(Follow.Way.ALL_CLEAR.name()) ? cleared(typed) : typed;
    }

    private String until(Alert latest) {
        Instant usual = times.now().plus(USUAL);
        Instant end = latest.times().until();
        return times.field(end.isAfter(usual) ? end : usual);
    }

    private static Typed cleared(Typed typed) {
        Typed cleared = typed.with("kind", Alert.Kind.ALL_CLEAR.name()).with("urgency", Alert.Urgency.PAST.name());
        for (String part : List.of("text", "instruction", "more")) {
            cleared = cleared.with(part + ".ar", "").with(part + ".en", "");
        }
        return cleared;
    }

    /** What another service sent, as far as it could be taken over. */
    Typed suggested(String id, Language reader) {
        Suggestion suggestion = suggestions.find(new Suggestion.Id(id)).orElseThrow(NotThere::new);
        return form.typed(suggestion.draft(), reader).with("suggestion", id);
    }

    private Filed told(String number) {
        return AlertForm.number(number).flatMap(alerts::told).orElseThrow(NotThere::new);
    }
}
