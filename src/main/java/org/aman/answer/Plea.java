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

    /** What endangers those who are inside. */
    private static final Set<String> PERILS = Set.of("fire", "flood", "destroyed", "rubble", "roof-leak");

    private static final Set<String> QUESTIONS = Set.of("which", "who");
    private static final Set<String> WHETHER = Set.of("is", "are", "was", "were", "does", "do", "did", "any");

    private Plea() {}

    static boolean isIn(Reading reading) {
        return strength(reading) >= Thresholds.EMERGENCY;
    }

    private static double strength(Reading reading) {
        double strength = 0;
        boolean danger = false;
        boolean told = false;
        for (Lexicon.Match match : reading.matches()) {
            if (holds(match, "help-plea") && isCry(match, reading)) {
                strength = Math.max(strength, CRY);
            }
            boolean here = match.quality() >= 0.7 && isDanger(match.concepts());
            danger |= here;
            told |= here && match.quality() >= 0.8 && match.end() - match.start() >= 2;
        }
        if (reading.has("people-inside") && (danger || PERILS.stream().anyMatch(reading::has))) {
            return CRY;
        }
        if (danger) {
            strength += DANGER;
        }
        if (reading.has("ambulance") && reading.has("urgent")) {
            strength += DANGER;
        }
        // "we are on the roof": a phrase of danger tells of oneself or of someone at hand, unless it is asked about
        strength += told && !asksWhether(reading) || reading.has("first-person") ? OURSELVES : 0;
        strength += reading.has("urgent") ? URGENT : 0;
        strength += reading.has("now") ? NOW : 0;
        boolean asks = reading.has("where") || reading.has("nearest") || reading.has("when") || reading.has("which");
        return strength + (asks ? ASKS_WHERE : 0);
    }

    /** Not "what helps", "that helped", "we did not find him": one word that was guessed, in a question or denied. */
    private static boolean isCry(Lexicon.Match match, Reading reading) {
        if (match.quality() < 0.7) {
            return false;
        }
        if (match.end() - match.start() > 1) {
            return true;
        }
        boolean denied = reading.matches().stream().anyMatch(other -> other.end() == match.start() && holds(other, "negation"));
        boolean plain = match.quality() == 1;
        return !denied && (plain ? !QUESTIONS.stream().anyMatch(reading::has) : !reading.hasGroup("question"));
    }

    private static boolean asksWhether(Reading reading) {
        return WHETHER.contains(reading.tokens().getFirst().text());
    }

    private static boolean holds(Lexicon.Match match, String concept) {
        return match.concepts().stream().anyMatch(one -> one.id().equals(concept));
    }

    private static boolean isDanger(Set<Concept> concepts) {
        return concepts.stream().anyMatch(concept -> concept.emergency() || concept.id().equals("rubble"));
    }
}
