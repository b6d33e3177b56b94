package org.aman.answer;

import java.util.Set;
import org.aman.language.Concept;
import org.aman.language.Lexicon;

/** Tells a plea for help now from a question about help. A plea missed is worse than one seen too often. */
final class Plea {
    /** A cry for help needs nothing else. */
    private static final double CRY = 1;
    /** Danger to life, told of oneself or of now, makes a plea; asked about as news it does not. */
    private static final double DANGER = 0.6;

    private static final double OURSELVES = 0.4;
    private static final double URGENT = 0.45;
    private static final double NOW = 0.15;
    private static final double ASKS_WHERE = -0.5;

    private Plea() {}

    static boolean isIn(Reading reading) {
        return strength(reading) >= Thresholds.EMERGENCY;
    }

    private static double strength(Reading reading) {
        double strength = 0;
        boolean danger = false;
        boolean told = false;
        for (Lexicon.Match match : reading.matches()) {
            if (holds(match, "help-plea") && match.quality() >= 0.7) {
                strength = Math.max(strength, CRY);
            }
            boolean here = match.quality() >= 0.7 && isDanger(match.concepts());
            danger |= here;
            told |= here && match.quality() >= 0.8 && match.end() - match.start() >= 2;
        }
        if (danger) {
            strength += DANGER;
        }
        if (reading.has("ambulance") && reading.has("urgent")) {
            strength += DANGER;
        }
        // "we are on the roof": a phrase of danger tells of oneself or of someone at hand
        strength += told || reading.has("first-person") ? OURSELVES : 0;
        strength += reading.has("urgent") ? URGENT : 0;
        strength += reading.has("now") ? NOW : 0;
        boolean asks = reading.has("where") || reading.has("nearest") || reading.has("when") || reading.has("which");
        return strength + (asks ? ASKS_WHERE : 0);
    }

    private static boolean holds(Lexicon.Match match, String concept) {
        return match.concepts().stream().anyMatch(one -> one.id().equals(concept));
    }

    private static boolean isDanger(Set<Concept> concepts) {
        return concepts.stream().anyMatch(concept -> concept.emergency() || concept.id().equals("rubble"));
    }
}
