package org.aman.answer;

import java.util.List;
import java.util.Map;
import org.aman.knowledge.Update;

/**
 * An answer with the evidence it rests on, for people who look into a decision.
 *
 * @param terms what was asked, word by word
 * @param candidates what retrieval brought, best first, whatever was decided
 * @param judged the best that might answer, with the signs for it
 */
public record Considered(
        Answer answer, Reading reading, Map<String, Double> terms, List<Candidate> candidates, List<Judged> judged) {
    static Considered of(Answer answer, Reading reading) {
        return new Considered(answer, reading, Map.of(), List.of(), List.of());
    }

    /** The ids of the best candidates, in order. */
    public List<Update.Id> best(int limit) {
        return candidates.stream()
                .limit(limit)
                .map(candidate -> candidate.hit().card().id())
                .toList();
    }
}
