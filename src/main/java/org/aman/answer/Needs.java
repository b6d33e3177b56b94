package org.aman.answer;

import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.search.Card;

/** All things asked for in one question, held against an update: what it speaks of, and what it lacks. */
final class Needs {
    private final List<Need> all;
    private final TopicWords words;

    Needs(List<Need> all, TopicWords words) {
        this.all = all;
        this.words = words;
    }

    /** An update that never speaks of the very thing asked for is no answer, however well its place and topic fit. */
    boolean lackedBy(Card card, boolean isNews) {
        boolean lacks = false;
        boolean speaks = false;
        for (Need need : all) {
            boolean thing = need.isPlainlyTheThing(card);
            boolean silent = need.spokenOfBy(card) == 0;
            lacks |= thing && silent && !(isNews && need.isIncidental());
            // of two things asked for, it is about one
            speaks |= !need.isDetail() && (thing || need.isPartlyOwnOf(card)) && need.isAskedBy(card);
        }
        return lacks && !speaks || leaveUntold(card);
    }

    /** Whether a detail is asked for, such as a price, that it does not tell. */
    boolean leaveUntold(Card card) {
        for (Need need : all) {
            if (need.isDetail() && need.isPlainlyTheThing(card) && need.spokenOfBy(card) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether it tells what goes on, as of a truce or of strikes, and that is what was asked: no thing to be had somewhere. */
    boolean isNews(Card card, Weighing by) {
        Topic.Id topic = card.topic();
        return by.asks()
                && by.topics().containsKey(topic)
                && !by.byKind().contains(topic)
                && !words.isSoughtOpen(topic)
                && !words.isOfPlacesThemselves(topic)
                && isSpokenOfAsAWhole(topic, card);
    }

    private boolean isSpokenOfAsAWhole(Topic.Id topic, Card card) {
        for (Need need : all) {
            if (need.standsFor(topic) && need.spokenOfBy(card) > 0) {
                return true;
            }
        }
        return false;
    }

    /** "Where do we sign up for the cash": a camp where people sign up is no answer, if it never speaks of cash. */
    boolean areAllUnspokenOfBy(Card card, boolean asked) {
        boolean own = false;
        for (Need need : all) {
            if (need.isThing() && need.isMentionedBy(card) && (asked || need.isAskedBy(card))) {
                return false;
            }
            own |= need.isPlainlyOfItsOwn();
        }
        return own;
    }

    /** Whether its title and questions are about nothing that is asked: exams put off in the whole land are no open school. */
    boolean areBeside(Overlap overlap, Card card) {
        return overlap.inQuestions() == 0 && !all.isEmpty() && all.stream().noneMatch(need -> need.isSubjectOf(card));
    }

    /** How many things plainly asked for an update of this topic must speak of, and this one does not. */
    int lacking(Card card) {
        int lacking = 0;
        for (Need need : all) {
            lacking += need.isPlainlyTheThing(card) && need.spokenOfBy(card) == 0 ? 1 : 0;
        }
        return lacking;
    }

    /** How many plain needs, of whatever topic, it does not speak of. */
    int lackingOwn(Card card) {
        int lacking = 0;
        for (Need need : all) {
            lacking += need.isPlainlyOfItsOwn() && need.spokenOfBy(card) == 0 ? 1 : 0;
        }
        return lacking;
    }

    /** How many of the things asked for an update speaks of, from 0 to 1. */
    double spokenOfBy(Card card) {
        double sum = 0;
        for (Need need : all) {
            sum += need.spokenOfBy(card);
        }
        return all.isEmpty() ? 0 : sum / all.size();
    }

    /** Whether its title or questions are about every thing asked for, whatever its topic. */
    boolean areSubjectOf(Card card) {
        for (Need need : all) {
            if (!need.isSubjectOf(card)) {
                return false;
            }
        }
        return !all.isEmpty();
    }

    /** Whether a word too uncertain to ask about a topic would ask about this one: "has the sheling stoped". */
    boolean hintAt(Topic.Id topic) {
        return all.stream()
                .flatMap(need -> need.concepts().stream())
                .anyMatch(concept -> words.topicsOf(concept).contains(topic));
    }
}
