package org.aman.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.message.Reply;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Warnings of other services that wait for somebody: whoever may propose alerts hears of each. */
@Component
final class CameIn implements Round {
    private final Suggestions suggestions;
    private final Notices notices;
    private final Speech speech;

    CameIn(Suggestions suggestions, Notices notices, Speech speech) {
        this.suggestions = suggestions;
        this.notices = notices;
        this.speech = speech;
    }

    @Override
    public void look(List<Volunteer> linked) {
        suggestions.waiting().forEach(one -> linked.stream()
                .filter(who -> who.may(Act.PROPOSE_ALERT))
                .forEach(who -> notices.owe(who.id(), Notice.Kind.CAME_IN, one.id().value(), 1)));
    }

    /** What came in; empty where it was decided meanwhile. Only the console shows a stranger's words. */
    Optional<Reply> words(Volunteer who, Suggestion.Id id) {
        return suggestions
                .find(id)
                .filter(one -> one.state() == Suggestion.State.WAITING)
                .map(one -> speech.say(
                        who,
                        one.original().exercise() ? "duty.came-in-exercise" : "duty.came-in",
                        Map.of("sender", one.original().sender())));
    }
}
