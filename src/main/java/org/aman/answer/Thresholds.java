package org.aman.answer;

import org.aman.knowledge.Topic;

/** The weights and thresholds of deciding, in one place, each with its reason. */
final class Thresholds {
    /** A topic counts as spoken of from here: one word of the lexicon with attached letters, but not a guessed slip alone. */
    static final double TOPIC_SPOKEN = 0.5;

    /** Below this an update is elsewhere; text that merely names the place reaches it only where a way is asked for. */
    static final double PLACE_MET = 0.3;

    /** Advice that speaks of this much of what is asked is not ruled out by one thing it leaves out. */
    static final double ADVICE_CONCEPTS = 0.4;

    /** An update counts as being about the very place from here: named, or its namesake. */
    static final double AT_THE_PLACE = 0.8;

    /** Without a place asked about, the best must stand out from updates of other places by this much coverage. */
    static final double MARGIN_WITHOUT_PLACE = 0.15;

    /** What is open comes before what is closed where somebody looks for a way or a place. */
    private static final double OPEN_SOUGHT = 0.12;

    /** A topic spoken of only by a way of asking ("is it true") needs an update that speaks of what is asked. */
    static final double MERELY_ASKED = 0.5;

    /** A topic asked about by nothing but the kind of a place named counts this much less without the words another shares. */
    static final double OF_KIND_LACKS = 0.4;

    /** Two updates are about the same thing if the shorter title and questions share so many concepts with the other. */
    static final double SAME_THING = 0.5;

    /** Of another topic, but about the very place and with so much of the telling words: it is about what is asked. */
    static final double TELLS_NEARLY_ALL = 0.8;
    /** The same where nothing but the kind of the place says what is asked. */
    static final double TELLS_SOME = 0.25;

    /** An update of another topic that is about all that is asked fits almost as well: a truce that speaks of air strikes. */
    static final double OTHER_TOPIC = 0.7;

    /** So much of what is asked is spoken of that another update at the place has no better claim. */
    static final double MOSTLY_SPOKEN_OF = 0.7;

    /** A topic asked about this much beside another is asked about too. */
    static final double ALSO_ASKED = 0.45;

    /** A further update is shown beside the first if it comes this close. */
    static final double BESIDE = 0.8;

    /** A way leads from one place to another: what meets only one of two named places is mostly another way. */
    static final double ONE_END_ONLY = 0.35;

    /** A fee or a mine on a road is no news of each town along it, unless a way is asked for. */
    static final double BESIDE_ROAD = 0.5;

    /** "Is it true that": an update that checks such claims answers, if it is about nearly all of the claim. */
    static final double CLAIM_CONCEPTS = 0.85;

    /**
     * It checks the claim repeated if it shares so much of it, or so much of its telling words too (measured on eleven
     * sets: of 57 such, 54 were what was asked).
     */
    static final double CLAIM_COVERAGE = 0.45;
    static final double CLAIM_COVERAGE_TELLING = 0.3;
    static final double CLAIM_TELLING = 0.2;
    /** The same where nobody asks whether it is true. */
    static final double CLAIM_UNASKED_TELLING = 0.6;

    /**
     * Advice is added to an emergency answer only if it speaks of most of what the plea tells, likely answers it, and is asked for in
     * nearly these words: less, and who drank bleach is told how to clean water.
     */
    static final double GUIDES_IN_EMERGENCY = 0.8;
    static final double LIKELY_IN_EMERGENCY = 0.5;
    static final double ALIKE_IN_EMERGENCY = 0.8;

    /** What the signs together make this likely answers. */
    static final double BELIEVED = 0.5;
    static final double ADVICE_BELIEVED = 0.5;

    /** Less likely, advice comes after news of today that may be meant as well. */
    static final double ADVICE_SURE = 0.75;

    /** Other advice that shares just as much of the question and is so likely may be meant as well. */
    static final double ADVICE_MATCHES = 0.1;

    /** What never speaks of the very thing asked for must be likelier. */
    static final double BELIEVED_THOUGH_IT_MISSES = 0.86;

    /** News of a topic that was not asked about, which speaks of no thing that was, must be likelier too. */
    static final double BELIEVED_THOUGH_BESIDE = 0.6;

    /** What is asked in nearly the words noted with it is meant by them, if they are so many. */
    static final double ASKED_IN_ITS_WORDS = 0.9;

    static final int FEWEST_WORDS_NOTED = 3;

    /** That the very crossing, road or camp named is shut, or not for all, is told already where it is less likely what is asked. */
    static final double WARNING_BELIEVED = 0.1;

    /** Several updates of one topic and place answer where one of them surely does, and this one may. */
    static final double SEVERAL_BELIEVED = 0.65;

    static final double ONE_OF_SEVERAL = 0.3;

    /** A further update is shown beside the first if it may be what is meant too. */
    static final double BESIDE_LIKELY = 0.2;

    /** Advice less likely than that is offered by its title, down to here: one in five of such is what was asked. */
    static final double ADVICE_ASKED_BACK = 0.2;

    /** So likely, further titles stand beside the first that is offered. */
    static final double ADVICE_POSSIBLE = 0.08;

    /** So many shared words outweigh a thing that is left out, if the topic is asked about this much against the strongest. */
    static final int MUCH_TOLD = 3;
    static final double PLAINLY_ASKED = 0.9;

    /** So many, where nothing else is known of the place. */
    static final int MUCH_TOLD_OF_THE_PLACE = 2;

    /** Shared words that weigh this much together are as many as a short question has. */
    static final double MUCH = 2;

    /** How many others the best is seen against. */
    static final int OTHERS = 9;

    /** From here the signs of distress in a message make it a plea for help. */
    static final double EMERGENCY = 1;

    /** A message that sounds so urgent is a plea, whatever signs stand in it; one that sounds less is none for all its signs. */
    static final double URGENT = -0.2;
    static final double URGENT_AS_TOLD = -0.75;

    /**
     * A message that sounds so much like a courtesy is one (of messages not learned from 92 of a hundred courtesies, and three in ten
     * thousand of others, courtesies with a question beside among them); the second where it asks for a topic.
     */
    static final double COURTEOUS = 0;
    static final double SURELY_COURTEOUS = 0.5;

    /** Where neither a place nor a topic is heard, what sounds so is asked back: "do they still give it out?". */
    static final double VAGUE = 0;

    private Thresholds() {}

    static double whenOpenIsSought(Topic.Polarity polarity) {
        return switch (polarity) {
            case YES -> OPEN_SOUGHT;
            case PARTLY -> 0;
            case NO -> -OPEN_SOUGHT;
        };
    }

    /** With no place asked about, what holds for a whole area is nearer than what is bound to one village. */
    static final double WHOLE_AREA = 0.5;
    static final double SOMEWHERE = 0.2;

    /** One figure to rank by: place and topic first, what is spoken of next, shared words last. */
    static double score(
            double where,
            double topic,
            double concepts,
            double coverage,
            double telling) {
        return 0.35 * where + 0.3 * topic + 0.15 * concepts + 0.15 * coverage + 0.1 * telling;
    }

    static double scoreOfNoWord(double topic) {
        return 0.19 + 0.3 * topic;
    }

    /** The same for advice that holds everywhere, which has words to rank by, those of title and questions above all. */
    static double scoreEverywhere(double topic, double concepts, Overlap overlap, double found) {
        return scoreOfNoWord(topic)
                + 0.04 * concepts
                + 0.1 * overlap.coverage()
                + 0.05 * overlap.inQuestions()
                + 0.1 * overlap.telling()
                + 0.02 * overlap.inTitle()
                + 0.05 * overlap.subject()
                + 0.2 * overlap.likeness()
                + 0.07 * found;
    }
}
