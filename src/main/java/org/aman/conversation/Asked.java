package org.aman.conversation;

import java.time.Instant;
import java.util.Optional;
import org.aman.answer.Question;
import org.aman.answer.Understanding;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * From whose side an answer is worded.
 *
 * @param language the language to answer in
 * @param now when they asked
 * @param place the place understood; null where none was
 * @param position a position just shared, from which distances may be measured; never said, never kept
 * @param arabicIndic whether they write numbers in Arabic-Indic digits
 */
record Asked(Language language, Instant now, @Nullable Place place, @Nullable Position position, boolean arabicIndic) {
    static Asked of(Question question, Understanding understanding, Gazetteer gazetteer) {
        Optional<Place> place = understanding.places().stream()
                .findFirst()
                .or(() -> Optional.ofNullable(question.in()))
                .flatMap(gazetteer::place);
        return new Asked(
                understanding.language(),
                question.at(),
                place.orElse(null),
                question.position(),
                question.text().chars().anyMatch(Asked::isArabicIndicDigit));
    }

    private static boolean isArabicIndicDigit(int sign) {
        return sign >= '\u0660' && sign <= '\u0669' || sign >= '\u06F0' && sign <= '\u06F9';
    }

    /** Never the position. */
    @Override
    public String toString() {
        return "Asked[hidden]";
    }
}
