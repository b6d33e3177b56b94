package org.aman.answer;

/** What place and topic forbid, however well the words fit. */
final class Bounds {
    private final Contenders contenders;
    private final Scope scope;

    Bounds(Contenders contenders) {
        this.contenders = contenders;
        this.scope = contenders.scope();
    }

    /** Whether nothing forbids it: not vetoed, and at a place asked about. */
    boolean allow(Candidate one) {
        return !one.vetoed()
                && (one.isEverywhere()
                        || !contenders.asksPlace()
                        || one.place() >= Thresholds.PLACE_MET && !isLikeThingBeside(one) && !yieldsToThePlace(one));
    }

    /** Its text merely names the place, and of the place itself something is known that is asked about as much. */
    private boolean yieldsToThePlace(Candidate one) {
        return one.place() <= Scope.MENTIONED
                && contenders.asksTopic()
                && contenders.all().stream()
                        .anyMatch(other -> other.isOfPlaceItself()
                                && !other.vetoed()
                                && other.topic() >= one.topic()
                                && !other.hit().card().topic().equals(one.hit().card().topic())
                                && !contenders.isOfOtherTopic(other));
    }

    /** About a like thing, of another topic, and not quite there. */
    private boolean isLikeThingBeside(Candidate one) {
        return contenders.asksTopic()
                && contenders.isOfOtherTopic(one)
                && (one.place() <= Thresholds.BESIDE_ROAD || one.place() < Thresholds.AT_THE_PLACE && one.telling() == 0 && contenders.isMerelyGuessed()
                        || scope.asked().size() > 1 && scope.missesOne(one.hit().card()));
    }

    /** "Are there mines in the village": what to do with a mine is no news of the village. */
    boolean newsIsAsked(Candidate advice) {
        return contenders.asksPlace()
                && contenders.saysTopic()
                && !contenders.saysTopicOf(advice)
                && contenders.all().stream().anyMatch(one -> !one.isEverywhere() && one.place() >= Thresholds.PLACE_MET);
    }
}
