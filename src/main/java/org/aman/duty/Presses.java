package org.aman.duty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Hands a pressed button, or words that were awaited, to whoever understands them; somebody else's do nothing. */
@Component
final class Presses {
    private final Slips slips;
    private final Map<Slip.Kind, Talk> talks;
    private final Speech speech;

    Presses(Slips slips, List<Talk> talks, Speech speech) {
        this.slips = slips;
        this.talks = talks.stream().collect(Collectors.toMap(Talk::kind, talk -> talk));
        this.speech = speech;
    }

    /** @param value the token of a slip and what to do */
    List<Reply> pressed(Volunteer who, Order value) {
        Optional<Slip> slip = slips.slip(value.first());
        if (slip.isEmpty()) {
            return List.of(speech.say(who, "duty.forged"));
        }
        if (!slip.get().holder().equals(who.id())) {
            return List.of(speech.say(who, "duty.anothers"));
        }
        return talk(slip.get()).pressed(who, slip.get(), value.second());
    }

    /** Empty where no words are awaited. */
    Optional<List<Reply>> typed(Volunteer who, String words) {
        return slips.awaiting(who.id()).map(slip -> talk(slip).typed(who, slip, words));
    }

    /** Empty where no words are awaited. */
    Optional<List<Reply>> edited(Volunteer who) {
        return slips.awaiting(who.id()).map(slip -> List.of(speech.say(who, "duty.edited")));
    }

    private Talk talk(Slip slip) {
        return Optional.ofNullable(talks.get(slip.kind()))
                .orElseThrow(() -> new IllegalStateException("Nobody understands slips of kind " + slip.kind()));
    }
}
