package org.aman.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.language.Concept;
import org.aman.language.Lexicon;
import org.aman.language.Token;

/** Tells a plea for help now from a question about help. A plea missed is worse than one seen too often. */
final class Plea {
    private static final Map<Distress.Kind, Double> WORTH = new EnumMap<>(Map.ofEntries(
            Map.entry(Distress.Kind.CRY, 1.2),
            Map.entry(Distress.Kind.GRAVE, 1.2),
            Map.entry(Distress.Kind.PERIL, 0.6),
            Map.entry(Distress.Kind.VICTIM, 0.4),
            Map.entry(Distress.Kind.HEED, 0.4),
            Map.entry(Distress.Kind.NOW, 0.4),
            Map.entry(Distress.Kind.ASKS, -0.7),
            Map.entry(Distress.Kind.HOW, -0.4),
            Map.entry(Distress.Kind.GENERAL, -0.7),
            Map.entry(Distress.Kind.PAST, -0.6),
            Map.entry(Distress.Kind.DENIED, -1.2),
            Map.entry(Distress.Kind.ERRAND, -1.1),
            Map.entry(Distress.Kind.THING, -1.2)));

    /** What makes a danger of it: without one, a victim in haste may ask for bread. */
    private static final Set<Distress.Kind> DANGERS =
            Set.of(Distress.Kind.CRY, Distress.Kind.GRAVE, Distress.Kind.PERIL);

    /** So many signs of danger told of one's own are no question, however it is put. */
    private static final int MANY = 3;

    private static final double KNOWN_VICTIM = 0.2;
    private static final double KNOWN_HEED = 0.4;
    private static final double FURTHER = 0.05;
    private static final double MOST_FURTHER = 0.2;

    /** Told of someone by the phrase itself; other phrases of the lexicon may as well be news. */
    private static final Set<String> TOLD = Set.of("trapped-besieged", "under-fire-now", "dying-injured", "suicidal-distress");

    /** What endangers those who are inside. */
    private static final Set<String> PERILS = Set.of("fire", "flood", "destroyed", "rubble", "roof-leak");

    /** "Help", "SOS please": nobody who asks for papers is so short. */
    private static final int MERE_CRY = 2;

    private Plea() {}

    /** @param known whether a word is one of the language, so that it is not taken for a slip */
    static boolean isIn(Reading reading, Predicate<Token> known) {
        double urgency = Tone.urgent().of(reading);
        if (urgency >= Thresholds.URGENT) {
            return true;
        }
        return urgency >= Thresholds.URGENT_AS_TOLD && strength(signs(reading, known)) >= Thresholds.EMERGENCY;
    }

    /** The gravest danger, a little for each further sign of danger, and what stands beside it. */
    private static double strength(Map<Distress.Kind, Integer> signs) {
        double danger = 0;
        int dangers = 0;
        double beside = 0;
        Set<Distress.Kind> idle = idle(signs);
        for (Map.Entry<Distress.Kind, Integer> sign : signs.entrySet()) {
            double worth = idle.contains(sign.getKey()) ? 0 : WORTH.getOrDefault(sign.getKey(), 0.0);
            if (DANGERS.contains(sign.getKey())) {
                danger = Math.max(danger, worth);
                dangers += sign.getValue();
            } else {
                beside += worth;
            }
        }
        if (danger >= Thresholds.EMERGENCY) { // a grave sign tells of someone already
            beside -= signs.containsKey(Distress.Kind.VICTIM) ? KNOWN_VICTIM : 0;
            beside -= signs.containsKey(Distress.Kind.HEED) ? KNOWN_HEED : 0;
        }
        return dangers == 0 ? 0 : danger + Math.min(MOST_FURTHER, FURTHER * (dangers - 1)) + beside;
    }

    /**
     * What counts for nothing beside a cry for help in grave danger, or so much danger to one's own: "may we open the window, we
     * are choking" asks, and is a plea.
     */
    private static Set<Distress.Kind> idle(Map<Distress.Kind, Integer> signs) {
        if (signs.containsKey(Distress.Kind.CRY) && signs.containsKey(Distress.Kind.GRAVE)) {
            return Set.of(Distress.Kind.HOW, Distress.Kind.ASKS, Distress.Kind.ERRAND);
        }
        if (!signs.containsKey(Distress.Kind.VICTIM)) {
            return Set.of();
        }
        int grave = signs.getOrDefault(Distress.Kind.GRAVE, 0) + signs.getOrDefault(Distress.Kind.CRY, 0);
        boolean gravest = grave >= MANY && !signs.containsKey(Distress.Kind.GENERAL);
        if (signs.getOrDefault(Distress.Kind.PERIL, 0) >= MANY || gravest) {
            return Set.of(Distress.Kind.HOW, Distress.Kind.ASKS);
        }
        return grave > 1 ? Set.of(Distress.Kind.HOW) : Set.of();
    }

    /** The signs of distress, and what the lexicon calls an emergency. */
    static Map<Distress.Kind, Integer> signs(Reading reading, Predicate<Token> known) {
        Map<Distress.Kind, Integer> signs = new EnumMap<>(Distress.Kind.class);
        Distress.shipped()
                .in(reading.tokens(), reading.guess().arabizi(), known)
                .forEach(sign -> signs.merge(sign.kind(), 1, Integer::sum));
        boolean danger = false;
        for (Lexicon.Match match : reading.matches()) {
            boolean phrase = match.end() - match.start() > 1 && match.quality() >= 0.8;
            if (match.speaksOf("help-plea")) {
                if (phrase || match.quality() >= 0.9 && reading.tokens().size() <= MERE_CRY) {
                    signs.merge(Distress.Kind.CRY, 1, Integer::sum);
                }
            } else if (match.quality() >= 0.8 && isDanger(match.concepts())) {
                danger = true;
                boolean told = phrase && TOLD.stream().anyMatch(match::speaksOf);
                signs.merge(told ? Distress.Kind.GRAVE : Distress.Kind.PERIL, 1, Integer::sum);
            }
        }
        if (reading.has("people-inside") && (danger || PERILS.stream().anyMatch(reading::has))) {
            signs.merge(Distress.Kind.GRAVE, 1, Integer::sum);
        }
        return signs;
    }

    private static boolean isDanger(Set<Concept> concepts) {
        return concepts.stream().anyMatch(concept -> concept.emergency() || concept.id().equals("rubble"));
    }
}
