package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedTermsTest {
    private final Knowledge knowledge = new Knowledge();

    private Set<String> terms(String text) {
        return AskedTerms.of(knowledge.read(text)).keySet();
    }

    @Test
    void whatWasAskedBeforeCountsLess() {
        Map<String, Double> terms = AskedTerms.leaning(Map.of("when", 1.0, "tent", 0.2), Map.of("tent", 1.0, "camp", 1.0));
        assertThat(terms).containsEntry("when", 1.0).containsEntry("tent", 0.5).containsEntry("camp", 0.5);
    }

    /** The same word in Arabic letters and in Arabizi shares its sound. */
    @Test
    void arabiziAsksByItsSound() {
        List<String> sounds = terms("مدرسة").stream().filter(term -> term.startsWith("k:")).toList();
        assertThat(terms("wen el madrase")).containsAnyElementsOf(sounds);
    }

    @Test
    void wordsAreAskedTwoByTwoLittleOnesToo() {
        assertThat(terms("who takes us in")).contains("^ who", "take us", "us in", "in $");
    }

    /** Which place it is does not matter to what is asked. */
    @Test
    void aPlaceStandsInPairsForAnyOther() {
        assertThat(terms("room in Sarmada now")).contains("in @", "@ now").doesNotContain("in sarmada");
    }

    @Test
    void pairsAreTheSameInArabicLettersAndInArabizi() {
        String pair = terms("مدرسة مفتوحة").stream().filter(term -> term.contains(" ") && !term.contains("^") && !term.contains("$")).findFirst().orElseThrow();
        assertThat(terms("madrase maftou7a")).contains(pair);
    }
}
