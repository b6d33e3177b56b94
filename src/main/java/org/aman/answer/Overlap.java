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
 * @param isTelling whether any word asks for more than a topic or a state
 */
record Overlap(double coverage, double inQuestions, double telling, int words, boolean isTelling) {
    static Overlap of(List<Sought> sought, Card card) {
        double all = 0;
        double covered = 0;
        double asked = 0;
        double allTelling = 0;
        double coveredTelling = 0;
        int words = 0;
        for (Sought word : sought) {
            double here = word.coveredBy(card);
            all += word.weight();
            covered += word.weight() * here;
            asked += word.isAskedBy(card) ? word.weight() : 0;
            allTelling += word.isGeneral() ? 0 : word.weight();
            coveredTelling += word.isGeneral() ? 0 : word.weight() * here;
            words += here > 0 ? 1 : 0;
        }
        return new Overlap(share(covered, all), share(asked, all), share(coveredTelling, allTelling), words, allTelling > 0);
    }

    private static double share(double part, double all) {
        return all == 0 ? 0 : part / all;
    }
}
