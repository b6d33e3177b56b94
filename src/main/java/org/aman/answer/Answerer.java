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
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.search.UpdateIndex;
import org.jspecify.annotations.Nullable;

/** Answers questions from what is vetted. Safe for use by many threads. */
public class Answerer {
    private static final int MOST_CHOICES = 4;

    /** "What is going on where my family lives": who asks how a place is may say as much more. */
    private static final int MOST_WORDS_AROUND = 3;

    /** The states people ask for without saying of what. */
    private static final Set<String> GOING_ON = Set.of("still", "stopped", "ongoing", "quiet-now", "safe", "unsafe", "is-it-safe");

    /** "And to Bab al-Hawa?" after a question about roads asks about a road, though the place is a crossing. */
    private static final double OF_KIND_IN_FOLLOW_UP = 0.3;

    private final UpdateIndex index;
    private final Nearness nearness;
    private final Orientation orientation;
    private final Vicinity vicinity;
    private final Reader reader;
    private final TopicWords words;
    private final Weigher weigher;
    private final NearestAsked nearestAsked;
    private final Learned learned;
    private final Topics topics;

    /** One that decides with the weights this version comes with. */
    public Answerer(UpdateIndex index, Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        this(index, lexicon, gazetteer, topics, Learned.shipped());
    }

    public Answerer(UpdateIndex index, Lexicon lexicon, Gazetteer gazetteer, Topics topics, Learned learned) {
        this.index = index;
        this.nearness = new Nearness(gazetteer);
        this.orientation = new Orientation(gazetteer, topics);
        this.words = new TopicWords(lexicon, topics);
        this.vicinity = new Vicinity(index, gazetteer, nearness, topics, words);
        this.nearestAsked = new NearestAsked(words);
        this.reader = new Reader(lexicon, gazetteer, topics, words);
        this.weigher = new Weigher(index, words);
        this.learned = learned;
        this.topics = topics;
    }

    /** What we know about this question. */
    public Answer answer(Question question) {
        return consider(question).answer();
    }

    /** What these words say, without looking for an answer. */
    public Reading read(String words) {
        return reader.read(words, Language.ARABIC);
    }

    /** The answer with the evidence it rests on. */
    public Considered consider(Question question) {
        Language fallback = question.language() == null ? Language.ARABIC : question.language();
        Reading reading = reader.read(question.text(), fallback);
        Language language = question.language() == null ? reading.guess().language() : question.language();
        if (question.in() == null && question.about() == null) {
            Considered plain = withoutKnowledge(reading, language, question.at());
            if (plain != null) {
                return plain;
            }
        }
        return decide(question, reader.ofQuestion(question.text(), reading, language), language);
    }

    /** A plea, a courtesy or an attempt to turn us: what needs no knowledge of updates. */
    private @Nullable Considered withoutKnowledge(Reading reading, Language language, Instant at) {
        Understanding nothing = new Understanding(language, List.of(), List.of(), false);
        if (reader.isPlea(reading)) {
            Scope nowhere = new Scope(nearness, List.of());
            List<Candidate> candidates = weigher.weigh(reading, reading.topics(), Set.of(), nowhere, false, at);
            Asked asked = Asked.in(reading, learned, topics);
            Decision decision = new Decision(new Contenders(candidates, asked, nowhere), words, learned);
            Answer emergency = new Answer.Emergency(understanding(language, reading), guidance(decision));
            return new Considered(emergency, reading, asked.terms(), candidates, decision.judged());
        }
        if (reading.has("injection")) {
            return Considered.of(new Answer.Unknown(nothing, null), reading);
        }
        if (isMereCourtesy(reading)) {
            return Considered.of(new Answer.Social(nothing, courtesy(reading)), reading);
        }
        return null;
    }

    /** The standing advice that speaks of what the plea tells, if any: one piece, for there is no time to be misled. */
    private List<Answer.Shown> guidance(Decision decision) {
        return decision.judged().stream()
                .filter(one -> one.isAdvice()
                        && one.candidate().current()
                        && one.candidate().concepts() >= Thresholds.GUIDES_IN_EMERGENCY
                        && one.candidate().overlap().likeness() >= Thresholds.ALIKE_IN_EMERGENCY
                        && one.likely() >= Thresholds.LIKELY_IN_EMERGENCY)
                .max(Comparator.comparingDouble(Judged::likely))
                .flatMap(one -> index.update(one.candidate().hit()))
                .map(update -> List.of(Answer.Shown.here(update)))
                .orElse(List.of());
    }

    /** A greeting, thanks or a blessing, that asks for nothing: "thanks, and is there bread?" does. */
    private static boolean isMereCourtesy(Reading reading) {
        boolean asks = reading.spoken() >= Thresholds.TOPIC_SPOKEN && (reading.marked() || reading.asks());
        double enough = asks ? Thresholds.SURELY_COURTEOUS : Thresholds.COURTEOUS;
        return !reading.namesPlace() && (saysNothing(reading) || Tone.courteous().of(reading) >= enough);
    }

    /** "Hm, well". */
    private static boolean saysNothing(Reading reading) {
        return reading.words().isEmpty() && !reading.asks() && reading.hasGroup("filler") && reading.isAllKnown();
    }

    private static Answer.Courtesy courtesy(Reading reading) {
        if (reading.has("who-answers")) {
            return Answer.Courtesy.WHO;
        }
        if (reading.has("thanks")) {
            return Answer.Courtesy.THANKS;
        }
        if (reading.has("farewell")) {
            return Answer.Courtesy.FAREWELL;
        }
        return reading.has("greeting") || saysNothing(reading) ? Answer.Courtesy.GREETING : Answer.Courtesy.OTHER;
    }

    private static Understanding understanding(Language language, Reading reading) {
        return new Understanding(
                language,
                reading.mentions().stream().map(mention -> mention.places().getFirst()).toList(),
                reading.likeliestTopics(),
                reading.has("nearest"));
    }

    private Considered decide(Question question, Reading reading, Language language) {
        Reading before = question.before().isEmpty()
                ? null
                : reader.read(question.before().getLast(), language);
        Reading placed = before == null || before.namesPlace() ? before : earlierThatNamesPlace(question, language, before);
        Map<Topic.Id, Double> asked = topicsAsked(question, reading, before);
        Whereabouts where = orientation.whereabouts(question, reading, placed);
        List<Topic.Id> likeliest = likeliest(asked);
        boolean nearest = nearestAsked.isIn(reading);
        Understanding understanding = new Understanding(language, where.places(), likeliest, nearest);
        if (!where.choices().isEmpty()) {
            return Considered.of(
                    new Answer.Unclear(understanding, where.choices(), likeliest, List.of()), reading);
        }
        List<Topic.Id> sought = nearest ? nearestAsked.topics(reading, likeliest) : List.of();
        if (!sought.isEmpty()) {
            return vicinity.nearest(question, reading, where, new Understanding(language, where.places(), sought, true), weigher.meetsNeedsOf(reading));
        }
        Scope scope = new Scope(nearness, where.places());
        boolean passage = asked.keySet().stream().anyMatch(orientation::isPassage);
        Set<Topic.Id> byKind = byKind(question, reading, before);
        Reading things = before != null && reading.namesPlace() && reading.words().isEmpty() ? reading.after(before) : reading;
        List<Candidate> candidates = weigher.weigh(things, asked, byKind, scope, passage, question.at());
        Set<Topic.Id> said = reading.said().isEmpty() || question.about() != null ? asked.keySet() : reading.said();
        Map<String, Double> terms = before == null ? AskedTerms.of(things) : AskedTerms.leaning(AskedTerms.of(things), AskedTerms.of(before));
        Sounding sounding = Sounding.of(things, learned.topics(), topics);
        Asked what = new Asked(
                asked,
                said,
                things.spoken(),
                things.words().size(),
                terms,
                learned.untold().of(reading),
                before == null ? sounding : sounding.after(Sounding.of(before, learned.topics(), topics)),
                question.about() != null);
        Decision decision = new Decision(new Contenders(candidates, what, scope), words, learned);
        return new Considered(toAnswer(decision, things, understanding, question), reading, terms, candidates, decision.judged());
    }

    /** "When is the doctor back", asked after a question about a village, is about that village still. */
    private Reading earlierThatNamesPlace(Question question, Language language, Reading last) {
        return question.before().reversed().stream()
                .skip(1)
                .map(earlier -> reader.read(earlier, language))
                .filter(Reading::namesPlace)
                .findFirst()
                .orElse(last);
    }

    private Map<Topic.Id, Double> topicsAsked(Question question, Reading reading, @Nullable Reading before) {
        if (question.about() != null) {
            return Map.of(question.about(), 1.0);
        }
        Map<Topic.Id, Double> asked = new LinkedHashMap<>(reading.topics());
        if (before != null && reading.spoken() < Thresholds.TOPIC_SPOKEN && !before.topics().isEmpty()) {
            asked.replaceAll((topic, score) -> score * OF_KIND_IN_FOLLOW_UP);
            before.topics().forEach((topic, score) -> asked.merge(topic, score, Double::sum));
        }
        return asked;
    }

    /** The topics that nothing but the kind of a place named asks about, unless words were but guessed. */
    private static Set<Topic.Id> byKind(Question question, Reading reading, @Nullable Reading before) {
        boolean guessed = reading.spoken() > 0 && reading.spoken() < Thresholds.TOPIC_SPOKEN;
        if (question.about() != null || guessed) {
            return Set.of();
        }
        Set<Topic.Id> byKind = new LinkedHashSet<>(reading.byKind());
        if (before != null && reading.spoken() < Thresholds.TOPIC_SPOKEN) {
            byKind.removeAll(before.topics().keySet());
        }
        return byKind;
    }

    private static List<Topic.Id> likeliest(Map<Topic.Id, Double> topics) {
        return topics.entrySet().stream()
                .sorted(Map.Entry.<Topic.Id, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param reading what is asked; "and Darkush?" still asks what was asked before */
    private Answer toAnswer(Decision decision, Reading reading, Understanding understanding, Question question) {
        List<Candidate> current = decision.current();
        boolean tellsOfIt = !current.isEmpty() && current.getFirst().isOfPlaceItself();
        List<Candidate> expired = decision.expired();
        boolean nothing = current.isEmpty() && expired.isEmpty();
        List<Place.Id> meanings = nothing && question.in() == null ? orientation.meanings(reading) : List.of();
        if (!meanings.isEmpty()) {
            return new Answer.Unclear(understanding, meanings, understanding.topics(), List.of());
        }
        if (!tellsOfIt && asksPlainlyForSituation(reading, understanding)) {
            return vicinity.inForce(understanding.places().getFirst(), understanding.language(), question.at());
        }
        if (!current.isEmpty()) {
            return new Answer.Found(understanding, shown(current));
        }
        if (!expired.isEmpty()) {
            return new Answer.Outdated(understanding, shown(expired));
        }
        List<Candidate> advice = decision.adviceToAsk();
        if (!advice.isEmpty() && !reading.hasGroup("offtopic")) {
            return new Answer.Unclear(understanding, List.of(), List.of(), shown(advice));
        }
        if (understanding.places().isEmpty() && decision.isVague() && !reading.hasGroup("offtopic")) {
            return new Answer.Unclear(
                    understanding, decision.placesToAsk(MOST_CHOICES), understanding.topics(), List.of());
        }
        if (asksForSituation(reading, understanding)) {
            return vicinity.inForce(understanding.places().getFirst(), understanding.language(), question.at());
        }
        boolean tellsNothing = understanding.topics().isEmpty() && understanding.places().isEmpty();
        if (tellsNothing && Tone.vague().of(reading) >= Thresholds.VAGUE) {
            return new Answer.Unclear(understanding, List.of(), List.of(), List.of());
        }
        return new Answer.Unknown(understanding, vicinity.nearestKnown(understanding, question));
    }

    /** "How is it there, my sister does not answer": no topic, no thing but the state of the place. */
    private boolean asksPlainlyForSituation(Reading reading, Understanding understanding) {
        return !understanding.places().isEmpty()
                && understanding.topics().isEmpty()
                && reading.has("what-is-the-situation")
                && !weigher.namesAThing(reading);
    }

    /** A bare place, or "how is it there": everything in force at that place answers. */
    private boolean asksForSituation(Reading reading, Understanding understanding) {
        return !understanding.places().isEmpty()
                && understanding.topics().isEmpty()
                && (reading.words().isEmpty() || reading.words().size() <= MOST_WORDS_AROUND && (reading.has("what-is-the-situation") || asksWhetherItGoesOn(reading)));
    }

    /** "Did it stop there?", "is it still coming down": no thing is named, for there is one that everybody means. */
    private boolean asksWhetherItGoesOn(Reading reading) {
        return GOING_ON.stream().anyMatch(reading::has) && !weigher.namesAThing(reading);
    }

    private List<Answer.Shown> shown(List<Candidate> candidates) {
        List<Answer.Shown> shown = new ArrayList<>();
        for (Candidate candidate : candidates) {
            index.update(candidate.hit()).ifPresent(update -> shown.add(Answer.Shown.here(update)));
        }
        return shown;
    }

    /** What is in force at a place and in the areas around it, gravest first: found or unknown. */
    public Answer inForce(Place.Id place, Language language, Instant at) {
        return vicinity.inForce(place, language, at);
    }

    /** The nearest open one of a topic from a position, or else from a place: found or unknown. */
    public Answer nearest(
            Topic.Id topic, @Nullable Position position, Place.@Nullable Id place, Language language, Instant at) {
        return vicinity.nearest(topic, position, place, language, at);
    }

    /** The whole of an update that was shown; empty where it no longer answers. */
    public java.util.Optional<Update> update(Update.Id id) {
        return index.update(id);
    }
}
