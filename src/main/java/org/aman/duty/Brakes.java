package org.aman.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.AlertControls;
import org.aman.knowledge.Freeze;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/**
 * {@code /freeze}: anybody of the staff stops all alerts at once; who may also stops the publishing of what needs two
 * people. Both are released on the console.
 */
@Component
final class Brakes implements Obeys {
    private static final int LONGEST_REASON = 200;

    private final Freeze publishing;
    private final AlertControls alerts;
    private final Naming naming;
    private final Speech speech;

    Brakes(Freeze publishing, AlertControls alerts, Naming naming, Speech speech) {
        this.publishing = publishing;
        this.alerts = alerts;
        this.naming = naming;
        this.speech = speech;
    }

    @Override
    public String command() {
        return "/freeze";
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        if (rest.length() > LONGEST_REASON) {
            return List.of(speech.say(who, "duty.freeze.reason-long"));
        }
        alerts.freeze(who);
        boolean both = publishing.freeze(who, rest);
        return List.of(speech.say(who, both ? "duty.freeze.both" : "duty.freeze.alerts"));
    }

    /** That all sending is stopped, as long as it is. */
    Optional<Reply> sendingFrozen(Volunteer who, Instant since) {
        return alerts.frozen()
                .filter(frozen -> frozen.since().equals(since))
                .map(frozen -> speech.say(who, "duty.freeze.alerts-by", Map.of("name", naming.person(frozen.by()))));
    }

    /** That publishing is stopped, as long as it is. */
    Optional<Reply> publishingFrozen(Volunteer who, Instant since) {
        return publishing.now()
                .filter(frozen -> frozen.at().equals(since))
                .map(frozen -> speech.say(who, "duty.freeze.publishing-by", Map.of(
                        "name", naming.person(frozen.by()), "reason", frozen.reason())));
    }
}
