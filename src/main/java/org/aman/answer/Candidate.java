package org.aman.answer;

import org.aman.search.Hit;

/**
 * An update weighed as an answer, with its evidence; each part from 0 to 1.
 *
 * @param meeting how closely its places meet each place asked about
 * @param place how closely they meet them all; 1 for one that holds everywhere
 * @param topic how well its topic is the topic asked about
 * @param concepts how many of the things asked about it speaks of
 * @param overlap what it has in common with the question by words
 * @param lacks how many things plainly asked for it must speak of and does not
 * @param lacksOwn how many plain needs, such as bread or a bridge, it does not speak of
 * @param warns whether it says of the place named what comes first whatever is asked: that it is shut, or not as quiet as
 *     all around
 * @param restates whether it checks the very claim that the question repeats
 * @param score all of it in one figure, to rank by
 * @param misses whether it never speaks of the very thing asked for, and nothing makes up for that
 * @param detail whether a detail is asked for, such as the price, that it does not tell
 * @param ruledOut whether a newer one says the opposite
 */
public record Candidate(
        Hit hit,
        Meeting meeting,
        double place,
        double topic,
        double concepts,
        Overlap overlap,
        int lacks,
        int lacksOwn,
        boolean warns,
        boolean restates,
        double score,
        boolean misses,
        boolean detail,
        boolean ruledOut,
        boolean current) {
    boolean isEverywhere() {
        return hit.card().places().isEmpty();
    }

    double coverage() {
        return overlap.coverage();
    }

    double inQuestions() {
        return overlap.inQuestions();
    }

    int shared() {
        return overlap.words();
    }

    double telling() {
        return overlap.telling();
    }

    /** Whether others are measured against it. */
    boolean competes() {
        return !misses && !ruledOut;
    }

    /** The same, ruled out by a newer one. */
    Candidate struck() {
        return new Candidate(hit, meeting, place, topic, concepts, overlap, lacks, lacksOwn, warns, restates, score, misses, detail, true, current);
    }

    /** Whether it is about the very place asked about, or its namesake. */
    boolean isOfPlaceItself() {
        return !isEverywhere() && place >= Nearness.NAMESAKE;
    }

    /** Whether it is about an area in which the place asked about lies. */
    boolean isOfAreaAround() {
        return !isEverywhere() && place > Scope.MENTIONED && place <= Nearness.IN_AREA[0];
    }

    /** Whether both tell of the same topic at the same places. */
    boolean isOfSameTopicAndPlaces(Candidate other) {
        return hit.card().topic().equals(other.hit.card().topic()) && hit.card().places().equals(other.hit.card().places());
    }

    /** Whether it is of the topic asked about, or of another and about as much of what is asked. */
    boolean isAsMuchAsked() {
        return topic >= Thresholds.OTHER_TOPIC;
    }

    /** The same, as a warning. */
    Candidate warning() {
        return new Candidate(hit, meeting, place, topic, concepts, overlap, lacks, lacksOwn, true, restates, score, misses, detail, ruledOut, current);
    }

    /** The same, ranked just after another. */
    Candidate after(Candidate other) {
        double below = Math.nextDown(other.score);
        return new Candidate(
                hit, meeting, place, topic, concepts, overlap, lacks, lacksOwn, warns, restates, below, misses, detail, ruledOut, current);
    }

    /** The evidence on one line, for people who look into a decision. */
    public String explained() {
        return String.format(
                java.util.Locale.ROOT,
                "%s place=%.2f topic=%.2f concepts=%.2f coverage=%.2f/%d telling=%.2f score=%.2f%s%s%s",
                hit.card().id(),
                place,
                topic,
                concepts,
                coverage(),
                shared(),
                telling(),
                score,
                misses ? " misses the thing asked for" : "",
                ruledOut ? " ruled out" : "",
                current ? "" : " expired");
    }
}
