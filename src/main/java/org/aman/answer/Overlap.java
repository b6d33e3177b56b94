package org.aman.answer;

import java.util.List;
import org.aman.search.Card;

/**
 * What a question and an update have in common by words, each weighed by how telling it is.
 *
 * @param coverage how much of the question's words stands in the update, from 0 to 1
 * @param inQuestions how much stands in its title and questions
 * @param telling coverage by those words alone that do not merely name the topic or a state
 * @param words how many words they share
 * @param amount the weight of the words they share, not as a share: two telling words are more than one
 * @param inTitle how much of the question's words stands in the title
 * @param subject how much of what the title speaks of is asked about
 * @param likeness how alike the question and the nearest of its titles and questions are
 * @param uncovered the weight of the words that only the question holds
 * @param uncoveredTelling the weight of those of them that do not merely name the topic or a state
 * @param unheard how much of the question's words no update knows, from 0 to 1: it may be about something else
 */
public record Overlap(
        double coverage,
        double inQuestions,
        double telling,
        int words,
        double amount,
        double uncovered,
        double uncoveredTelling,
        double inTitle,
        double subject,
        double likeness,
        double unheard) {
    static Overlap of(List<Sought> sought, Wording wording, Card card) {
        double all = 0;
        double covered = 0;
        double asked = 0;
        double allTelling = 0;
        double coveredTelling = 0;
        double titled = 0;
        double unheard = 0;
        int words = 0;
        boolean isAdvice = card.places().isEmpty(); // the title of no other is kept apart
        for (Sought word : sought) {
            double here = word.coveredBy(card);
            double weight = word.weight(card);
            all += weight;
            covered += weight * here;
            asked += here == Sought.ASKED || word.isAskedBy(card) ? weight : 0;
            allTelling += word.isGeneral() ? 0 : weight;
            coveredTelling += word.isGeneral() ? 0 : weight * here;
            titled += isAdvice && word.isTitleOf(card) ? weight : 0;
            unheard += word.isUnheard() ? weight : 0;
            words += here > 0 ? 1 : 0;
        }
        return new Overlap(
                share(covered, all),
                share(asked, all),
                share(coveredTelling, allTelling),
                words,
                covered,
                all - covered,
                allTelling - coveredTelling,
                share(titled, all),
                subject(sought, card),
                wording.likeness(card),
                share(unheard, all));
    }

    /** Whether it shares nearly all words that name more than a topic or a state, and at least two. */
    boolean tellsNearlyAll() {
        return words >= 2 && telling >= Thresholds.TELLS_NEARLY_ALL;
    }

    /** Whether it shares some such words. */
    boolean tellsSome() {
        return telling >= Thresholds.TELLS_SOME;
    }

    private static double subject(List<Sought> sought, Card card) {
        int asked = 0;
        for (int concept : card.subject()) {
            for (Sought word : sought) {
                if (word.means(concept)) {
                    asked++;
                    break;
                }
            }
        }
        return share(asked, card.subject().length);
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }
}
