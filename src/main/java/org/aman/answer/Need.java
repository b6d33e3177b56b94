package org.aman.answer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.search.Card;

/** One thing asked for: concepts of which any would do. */
final class Need {
    /** What the title or questions are about is asked for; what only the text speaks of, less; a near relation, least. */
    static final double SPOKEN = 0.8;

    private static final double RELATED = 0.7;

    private final Set<String> concepts;
    private final int[] meant;
    private final int[] related;
    private final Set<Topic.Id> whole;
    private final Set<Topic.Id> needIn = new HashSet<>();
    private final Set<Topic.Id> wordIn = new HashSet<>();
    private final Set<Topic.Id> standsFor = new HashSet<>();
    private final boolean foreign;
    private final boolean alsoEveryday;
    private final boolean own;
    private final boolean sure;
    private final boolean particular;
    private final boolean detail;

    /** A particular thing of a wider one, such as insulin: news of a place must speak of it, while advice is known by its words. */
    static Need particular(Set<String> concepts, boolean sure, TopicWords words) {
        return new Need(concepts, false, false, sure, true, false, words);
    }

    /** A detail of whatever else is asked about, such as its price: an update that does not tell it is no answer. */
    static Need detail(Set<String> concepts, boolean sure, TopicWords words) {
        return new Need(concepts, true, false, sure, false, true, words);
    }

    /**
     * @param foreign whether no topic knows it, so that an update must speak of it to be an answer
     * @param alsoEveryday whether the words also mean something of everyday life, as signing up does, so that they name no
     *     thing for certain
     * @param sure whether the words stand plainly, not guessed from slips or endings
     */
    Need(Set<String> concepts, boolean foreign, boolean alsoEveryday, boolean sure, TopicWords words) {
        this(concepts, foreign, alsoEveryday, sure, false, false, words);
    }

    private Need(
            Set<String> concepts,
            boolean foreign,
            boolean alsoEveryday,
            boolean sure,
            boolean particular,
            boolean detail,
            TopicWords words) {
        this.concepts = concepts;
        this.meant = Card.hashes(concepts);
        Set<String> near = new LinkedHashSet<>();
        for (String concept : concepts) {
            near.addAll(words.interchangeable(concept));
            for (Topic.Id topic : words.topicsOf(concept)) {
                (words.isNeedOf(topic, concept) ? needIn : wordIn).add(topic);
                if (words.isGeneralOf(topic, concept)) {
                    standsFor.add(topic);
                }
            }
        }
        this.related = Card.hashes(near);
        this.whole = words.topicsOfKindsStoodForBy(concepts);
        this.foreign = foreign;
        this.alsoEveryday = alsoEveryday;
        this.own = concepts.stream().allMatch(words::isNeed);
        this.sure = sure;
        this.particular = particular;
        this.detail = detail;
    }

    Set<String> concepts() {
        return concepts;
    }

    /** Whether an update of this card's topic must speak of it, and it was said plainly. */
    boolean isPlainlyTheThing(Card card) {
        return sure && (particular ? !card.places().isEmpty() : foreign || isOwnOf(card));
    }

    /** Whether it is a detail of whatever else is asked about. */
    boolean isDetail() {
        return detail;
    }

    /** Whether somebody may mention it by the way: the telephone that told of the truce. */
    boolean isIncidental() {
        return foreign && !detail;
    }

    /** Whether it names this whole topic. */
    boolean standsFor(Topic.Id topic) {
        return standsFor.contains(topic);
    }

    /** Whether it is a need of its own within this card's topic; gas is, for aid, though it may be a weapon elsewhere. */
    boolean isOwnOf(Card card) {
        return needIn.contains(card.topic()) && !wordIn.contains(card.topic());
    }

    /** Whether one of its meanings is a need of its own within this card's topic. */
    boolean isPartlyOwnOf(Card card) {
        return needIn.contains(card.topic());
    }

    /** Whether it was said plainly and is no whole topic, so that an update that speaks of nothing asked for must speak of it. */
    boolean isPlainlyOfItsOwn() {
        return sure && own;
    }

    /** Whether the words name some thing: bread, a bridge; but not an act of everyday life that a topic knows too. */
    boolean isThing() {
        return own || !alsoEveryday;
    }

    /** How plainly a card speaks of it, from 0 to 1. */
    double spokenOfBy(Card card) {
        if (card.isAboutAny(meant)) {
            return 1;
        }
        if (isMentionedBy(card)) {
            return SPOKEN;
        }
        return card.isAboutAny(related) || whole.contains(card.topic()) ? RELATED : 0;
    }

    /** Whether its title or questions are about the very thing. */
    boolean isAskedBy(Card card) {
        return card.isAboutAny(meant);
    }

    /** Whether it speaks of the very thing anywhere. */
    boolean isMentionedBy(Card card) {
        for (int concept : meant) {
            if (card.speaksOf(concept)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its title or questions are about it or what stands for it. */
    boolean isSubjectOf(Card card) {
        return card.isAboutAny(meant) || card.isAboutAny(related);
    }
}
