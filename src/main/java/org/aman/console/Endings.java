package org.aman.console;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.Following;
import org.aman.knowledge.Update;
import org.aman.unanswered.Figures;
import org.springframework.stereotype.Component;

/** What ends soon, what people ask about most standing first. */
@Component
final class Endings {
    /** A night: whoever looks in the evening sees what ends before the morning. */
    private static final Duration SOON = Duration.ofHours(12);

    private static final int ASKED_HOURS = 24;

    private final Following following;
    private final Figures figures;

    Endings(Following following, Figures figures) {
        this.following = following;
        this.figures = figures;
    }

    /** @param asked how many questions its topic had within a day: which update each got is not kept */
    record Ending(Update update, int asked) {}

    List<Ending> soon() {
        figures.write();
        Map<String, Integer> asked = new HashMap<>();
        figures.asked(ASKED_HOURS).forEach(one -> asked.merge(one.topic(), one.questions(), Integer::sum));
        return following.endingSoon(SOON, any -> 0).stream()
                .map(update -> new Ending(update, asked.getOrDefault(update.topic().value(), 0)))
                .sorted(Comparator.comparingInt(Ending::asked).reversed())
                .toList();
    }
}
