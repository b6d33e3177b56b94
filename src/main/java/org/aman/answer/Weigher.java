package org.aman.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.language.Concept;
import org.aman.language.Lexicon;
import org.aman.language.Terms;
import org.aman.language.Token;
import org.aman.search.Card;
import org.aman.search.Evidence;
import org.aman.search.Hit;
import org.aman.search.UpdateIndex;
import org.aman.search.Wanted;

/** Fetches the updates that could answer and weighs each by its evidence. */
final class Weigher {
    private static final int MOST_CANDIDATES = 40;

    /** A word the updates do not know: it may be the very thing asked for, or just the way people talk. */
    private static final double UNKNOWN_WORD = 0.5;
    /** A word the lexicon explains as state or courtesy adds little to what is asked. */
    private static final double STATE_WORD = 0.35;

    /** An update of another topic that is about all that is asked fits almost as well: a truce that speaks of air strikes. */
    private static final double OTHER_TOPIC = 0.7;

    /** One word of the question with the terms that may stand for it and how telling it is. */
    private record Sought(
            Set<String> concepts,
            List<String> stems,
            List<String> roots,
            List<String> sounds,
            double weight,
            boolean general,
            boolean slipped) {}

    /** A match as good as this is no guess: the word itself, or with other letters attached. */
    private static final double SURE = 0.85;

    /** Who asks which, where or how looks for what is open, not for what is closed. */
    private static final Set<String> SEEKS_OPEN = Set.of("which", "where", "route-how", "evacuation-route", "how");

    /** Things of everyday life tell updates apart, but no update must speak of them to be an answer. */
    private static final String EVERYDAY = "everyday";

    /** Looking for slips costs more than looking up: only so many words of a question are mended, none too long. */
    private static final int MOST_MENDED = 12;

    private static final int LONGEST_MENDED = 24;

    private final UpdateIndex index;
    private final Reader reader;
    private final Overtaking overtaking;

    Weigher(UpdateIndex index, Reader reader) {
        this.index = index;
        this.reader = reader;
        this.overtaking = new Overtaking(reader);
    }

    List<Candidate> weigh(Reading reading, Map<Topic.Id, Double> topics, Scope scope, boolean passage, Instant at) {
        List<Sought> sought = new ArrayList<>();
        List<Wanted.Alternatives> alternatives = new ArrayList<>();
        int all = Math.max(1, index.size());
        for (Reading.Word word : reading.words()) {
            seek(word, reading, all, sought, alternatives);
        }
        List<Need> needs = needs(reading);
        Set<String> concepts = new LinkedHashSet<>();
        needs.forEach(need -> concepts.addAll(need.concepts()));
        reading.words().forEach(word -> word.concepts().stream().filter(concept -> concept.group().equals(EVERYDAY)).forEach(concept -> concepts.add(concept.id())));
        Wanted wanted = new Wanted(
                alternatives,
                concepts,
                topics.keySet(),
                scope.places(),
                passage ? new LinkedHashSet<>(scope.asked()) : Set.of(),
                MOST_CANDIDATES);
        boolean seeksOpen = SEEKS_OPEN.stream().anyMatch(reading::hasPlainly);
        List<Candidate> candidates = new ArrayList<>();
        List<Hit> hits = index.search(wanted);
        double bestHit = hits.stream().mapToDouble(Hit::score).max().orElse(1);
        for (Hit hit : hits) {
            candidates.add(weighed(hit, bestHit, sought, needs, topics, scope, passage, seeksOpen, at));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.hit().card().verified(), Comparator.reverseOrder())
                .thenComparing(candidate -> candidate.hit().card().id()));
        return overtaking.struck(candidates);
    }

    /**
     * One thing asked for: concepts of which any would do.
     *
     * @param foreign whether no topic knows it, so that an update must speak of it to be an answer
     * @param sure whether the words stand plainly, not guessed from slips or endings
     */
    private record Need(Set<String> concepts, boolean foreign, boolean sure) {}

    /** What is asked for, courtesy, grammar, states and time aside. */
    private List<Need> needs(Reading reading) {
        List<Need> needs = new ArrayList<>();
        for (Lexicon.Match match : reading.matches()) {
            Set<String> concepts = new LinkedHashSet<>();
            boolean topical = false;
            boolean steering = false;
            for (Concept concept : match.concepts()) {
                boolean here = reader.isTopical(concept.id()) && !concept.group().equals("question");
                topical |= here;
                if (concept.group().equals(EVERYDAY)) {
                    continue;
                }
                steering |= isSteering(concept);
                if (here || !isSteering(concept)) {
                    concepts.add(concept.id());
                }
            }
            if (!concepts.isEmpty() && (topical || !steering)) {
                needs.add(new Need(concepts, !topical && isForeign(match), match.quality() >= SURE));
            }
        }
        return needs;
    }

    private static boolean isForeign(Lexicon.Match match) {
        return match.concepts().stream().allMatch(concept -> switch (concept.group()) {
            case EVERYDAY, "services", "offtopic", "weather", "family" -> true;
            default -> false;
        });
    }

    private static boolean isSteering(Concept concept) {
        return switch (concept.group()) {
            case "state", "question", "time", "grammar", "social", "bot", "filler", "emergency" -> true;
            default -> false;
        };
    }

    private void seek(
            Reading.Word word, Reading reading, int all, List<Sought> sought, List<Wanted.Alternatives> alternatives) {
        Token token = word.token();
        List<String> stems = new ArrayList<>();
        List<String> roots = new ArrayList<>();
        List<String> sounds = new ArrayList<>();
        boolean arabizi = token.script() == Token.Script.LATIN && reading.guess().arabizi();
        int frequency = 0;
        for (String stem : Terms.stems(token)) {
            int found = index.frequency("asks", stem) + index.frequency("body", stem);
            if (found > 0) {
                stems.add(stem);
                frequency = Math.max(frequency, found);
            }
        }
        if (token.script() == Token.Script.ARABIC && stems.isEmpty()) {
            for (String stem : Terms.stems(token)) {
                String root = Terms.root(stem);
                int found = root.isEmpty() ? 0 : index.frequency("roots", root);
                if (found > 0) {
                    roots.add(root);
                    frequency = Math.max(frequency, found);
                }
            }
        }
        boolean slipped = false;
        if (stems.isEmpty() && !arabizi && word.concepts().isEmpty() && sought.size() < MOST_MENDED) {
            for (String stem : mended(token)) {
                stems.add(stem);
                frequency = Math.max(frequency, index.frequency("asks", stem) + index.frequency("body", stem));
                slipped = true;
            }
        }
        if (token.script() == Token.Script.LATIN && reading.guess().arabizi()) {
            for (String sound : Terms.sounds(token.text())) {
                int found = index.frequency("sounds", sound);
                if (found > 0) {
                    sounds.add(sound);
                    frequency = Math.max(frequency, found);
                }
            }
        }
        Set<String> concepts = new LinkedHashSet<>();
        word.concepts().stream().filter(concept -> !isSteering(concept)).forEach(concept -> concepts.add(concept.id()));
        for (Concept concept : word.concepts()) {
            if (concept.group().equals(EVERYDAY)) {
                frequency = Math.max(frequency, index.frequency("concepts", concept.id()));
            }
        }
        boolean known = frequency > 0;
        double weight = known ? Math.log(1 + (double) all / frequency) / Math.log(1 + all) : UNKNOWN_WORD;
        boolean state = !word.concepts().isEmpty() && word.concepts().stream().allMatch(Weigher::isSteering);
        boolean general = state || concepts.stream().anyMatch(concept -> !reader.interchangeable(concept).isEmpty());
        sought.add(new Sought(concepts, stems, roots, sounds, state ? weight * STATE_WORD : weight, general, slipped));
        List<String> grams = known || token.text().length() < 4 || !concepts.isEmpty() ? List.of() : Terms.grams(token.text());
        alternatives.add(new Wanted.Alternatives(stems, roots, sounds, grams, 1));
    }

    /** What a word that no update holds was meant to be, if it is a slip away from one that some do. */
    private List<String> mended(Token token) {
        Set<String> mended = new LinkedHashSet<>();
        for (String stem : Terms.stems(token)) {
            int slips = stem.length() >= 8 ? 2 : stem.length() >= 4 ? 1 : 0;
            if (slips > 0 && stem.length() <= LONGEST_MENDED && mended.isEmpty()) {
                mended.addAll(index.near("asks", stem, slips, 3));
                mended.addAll(index.near("body", stem, slips, 3));
            }
        }
        return List.copyOf(mended);
    }

    private Candidate weighed(
            Hit hit,
            double bestHit,
            List<Sought> sought,
            List<Need> needs,
            Map<Topic.Id, Double> topics,
            Scope scope,
            boolean passage,
            boolean seeksOpen,
            Instant at) {
        Card card = hit.card();
        double strongest = topics.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double topic = strongest == 0 ? 0 : topics.getOrDefault(card.topic(), 0.0) / strongest;
        if (!card.places().isEmpty() && isAbout(card, needs)) {
            topic = Math.max(topic, OTHER_TOPIC);
        }
        double concepts = spokenOf(card, needs);
        double asked = topics.getOrDefault(card.topic(), 0.0);
        if (asked > 0 && asked <= Thresholds.MERELY_ASKED && concepts >= Thresholds.CLAIM_CONCEPTS) {
            topic = 1; // "is it true that", "what to do if": what is asked about the thing, rather than the thing
        }
        double coverage = coverage(card, sought);
        double telling = telling(card, sought);
        double place = card.places().isEmpty() ? 1 : scope.asked().isEmpty() ? 0 : scope.meets(card);
        if (passage && scope.asked().size() > 1 && reader.isOfWays(card.topic()) && scope.missesOne(card)) {
            place *= Thresholds.ONE_END_ONLY;
        }
        double score = (card.places().isEmpty()
                        ? Thresholds.scoreEverywhere(topic, concepts, coverage, bestHit == 0 ? 0 : hit.score() / bestHit)
                        : Thresholds.score(
                                scope.asked().isEmpty() ? scope.isWhole(card) ? Thresholds.WHOLE_AREA : Thresholds.SOMEWHERE : place, topic, concepts, coverage, telling))
                + (seeksOpen && topics.containsKey(card.topic()) && reader.isSoughtOpen(card.topic()) ? Thresholds.whenOpenIsSought(card.polarity()) : 0);
        return new Candidate(hit, place, topic, concepts, coverage, inQuestions(card, sought), shared(card, sought), telling, meetsNeed(card, needs), score, lacksTheThing(card, needs) && (!card.places().isEmpty() || concepts < Thresholds.ADVICE_CONCEPTS), card.isCurrentAt(at));
    }

    /** An update that never speaks of the very thing asked for is no answer, however well its place and topic fit. */
    private boolean lacksTheThing(Card card, List<Need> needs) {
        return needs.stream().anyMatch(need -> need.sure() && isTheThing(card, need) && spokenOf(card, need) == 0);
    }

    private boolean isTheThing(Card card, Need need) {
        return need.foreign() || need.concepts().stream().allMatch(concept -> reader.isNeedOf(card.topic(), concept));
    }

    private double spokenOf(Card card, List<Need> needs) {
        if (needs.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (Need need : needs) {
            sum += spokenOf(card, need);
        }
        return sum / needs.size();
    }

    /** Whether its title or questions are about every thing asked for, whatever its topic. */
    private boolean isAbout(Card card, List<Need> needs) {
        return !needs.isEmpty()
                && needs.stream().allMatch(need -> need.concepts().stream()
                        .anyMatch(concept -> card.isAbout(concept)
                                || reader.interchangeable(concept).stream().anyMatch(card::isAbout)));
    }

    private double spokenOf(Card card, Need need) {
        double best = 0;
        for (String concept : need.concepts()) {
            best = Math.max(best, card.isAbout(concept) ? 1 : card.speaksOf(concept) ? 0.8 : 0);
            if (best < 0.7) {
                best = reader.interchangeable(concept).stream().anyMatch(card::isAbout) ? 0.7 : best;
            }
        }
        return best;
    }

    private static double coverage(Card card, List<Sought> sought) {
        double all = 0;
        double covered = 0;
        for (Sought word : sought) {
            all += word.weight();
            covered += word.weight() * covers(card, word);
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Coverage by the title and questions alone. */
    private static double inQuestions(Card card, List<Sought> sought) {
        double all = 0;
        double covered = 0;
        for (Sought word : sought) {
            all += word.weight();
            boolean stands = word.stems().stream().anyMatch(card::asks)
                    || word.concepts().stream().anyMatch(card::isAbout)
                    || word.roots().stream().anyMatch(root -> card.asks(Evidence.ROOT + root))
                    || word.sounds().stream().anyMatch(sound -> card.asks(Evidence.SOUND + sound));
            covered += stands ? word.weight() : 0;
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Coverage by those words alone that do not merely name the topic or a state. */
    private double telling(Card card, List<Sought> sought) {
        double all = 0;
        double covered = 0;
        for (Sought word : sought) {
            if (!word.general()) {
                all += word.weight();
                covered += word.weight() * covers(card, word);
            }
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Whether it speaks of a need of its own that is asked for plainly. */
    private boolean meetsNeed(Card card, List<Need> needs) {
        return needs.stream()
                .filter(need -> need.sure() && isTheThing(card, need))
                .anyMatch(need -> need.concepts().stream().anyMatch(card::speaksOf));
    }

    private static int shared(Card card, List<Sought> sought) {
        return (int) sought.stream().filter(word -> covers(card, word) > 0).count();
    }

    private static double covers(Card card, Sought word) {
        if (word.slipped() && !card.places().isEmpty()) {
            return 0; // where a place is at stake, nothing rests on a guessed word
        }
        double best = 0;
        for (String stem : word.stems()) {
            best = Math.max(best, card.asks(stem) ? 1 : card.says(stem) ? 0.9 : 0);
        }
        for (String concept : word.concepts()) {
            best = Math.max(best, card.isAbout(concept) ? 0.85 : card.speaksOf(concept) ? 0.7 : 0);
        }
        for (String root : word.roots()) {
            best = Math.max(best, card.asks(Evidence.ROOT + root) || card.says(Evidence.ROOT + root) ? 0.7 : 0);
        }
        for (String sound : word.sounds()) {
            best = Math.max(best, card.asks(Evidence.SOUND + sound) || card.says(Evidence.SOUND + sound) ? 0.8 : 0);
        }
        return best;
    }

    /** What the decision rests on, as one map of the topics spoken of in a question and in those before it. */
    static Map<Topic.Id, Double> merged(Map<Topic.Id, Double> now, Map<Topic.Id, Double> before, double share) {
        Map<Topic.Id, Double> merged = new LinkedHashMap<>(now);
        before.forEach((topic, score) -> merged.merge(topic, score * share, Double::sum));
        return merged;
    }
}
