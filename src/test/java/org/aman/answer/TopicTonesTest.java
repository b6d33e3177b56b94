package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.aman.knowledge.Topic;
import org.aman.language.WordFile;
import org.junit.jupiter.api.Test;

class TopicTonesTest {
    private static final Topic.Id CAMP = new Topic.Id("camp");
    private static final Topic.Id ROAD = new Topic.Id("road");
    private static final Topic.Id FERRY = new Topic.Id("ferry");

    private static final String WRITTEN = TopicTones.written(Map.of(
            CAMP, new Tone.Weights(Map.of("l_mat", 1.0, "l_way", -0.5), -0.25),
            ROAD, new Tone.Weights(Map.of("l_way", 2.0), 0.5)));
    private static final TopicTones TWO = TopicTones.of(WordFile.entries(WRITTEN.lines()));

    @Test
    void aTopicIsHeardByTheTraitsLearnedOfIt() {
        assertThat(TWO.of(read("a mat"))).hasSize(2);
        assertThat(heard("a mat", CAMP)).isCloseTo(1 - 0.25, within(0.01));
        assertThat(heard("a mat", ROAD)).isCloseTo(0.5, within(0.01));
        assertThat(heard("no mat on the way", CAMP)).isCloseTo((1 - 0.5) / Math.sqrt(2) - 0.25, within(0.02));
        assertThat(heard("no mat on the way", ROAD)).isCloseTo(2 / Math.sqrt(2) + 0.5, within(0.02));
    }

    @Test
    void theFileNamesItsTopicsAndTraitsAndOneOfNothingHearsNothing() {
        assertThat(WRITTEN.lines().filter(line -> !line.startsWith("#")))
                .startsWith("topics camp road")
                .contains("always -0.250 0.500")
                .anyMatch(line -> line.endsWith(" l_mat"));
        assertThat(TopicTones.none().of(read("a mat"))).isEmpty();
    }

    @Test
    void aLineThatTellsNoTonesIsRefusedByItsNumber() {
        List<String> lines = WordFile.entries(WRITTEN.lines());
        assertThatThrownBy(() -> TopicTones.of(List.of(lines.get(0), lines.get(1), lines.get(2), "AAAA l_mat")))
                .hasMessageContaining("Line 4")
                .hasMessageContaining("2 weights");
        assertThatThrownBy(() -> TopicTones.of(List.of("AAA= l_mat"))).hasMessageContaining("Line 1");
        assertThatThrownBy(() -> TopicTones.of(List.of(lines.get(0), "always 1"))).hasMessageContaining("Line 2");
    }

    @Test
    void aTopicLeadsByWhatItIsHeardMoreThanAnyOther() {
        Sounding sounding = new Sounding(Map.of(CAMP, 0.75, ROAD, -0.25));
        assertThat(sounding.leadOf(CAMP)).isEqualTo(1.0);
        assertThat(sounding.leadOf(ROAD)).isEqualTo(-1.0);
        assertThat(new Sounding(Map.of()).leadOf(CAMP)).isZero();
    }

    @Test
    void aTopicWithoutASoundIsHeardWhereNoOtherIs() {
        Sounding ofCamps = new Sounding(Map.of(CAMP, 0.75, ROAD, -0.25));
        assertThat(ofCamps.of(FERRY)).isEqualTo(-0.75);
        assertThat(ofCamps.leadOf(FERRY)).isEqualTo(-1.5);
        Sounding ofNeither = new Sounding(Map.of(CAMP, -0.5, ROAD, -0.25));
        assertThat(ofNeither.of(FERRY)).isEqualTo(0.25);
        assertThat(ofNeither.leadOf(FERRY)).isEqualTo(0.5);
        assertThat(new Sounding(Map.of()).of(FERRY)).isZero();
    }

    @Test
    void whatWasAskedBeforeTellsHalfAsMuch() {
        Sounding after = new Sounding(Map.of(CAMP, 0.6, ROAD, 0.0)).after(new Sounding(Map.of(CAMP, -0.3, ROAD, 0.9)));
        assertThat(after.of(CAMP)).isCloseTo(0.3, within(1e-9));
        assertThat(after.of(ROAD)).isCloseTo(0.3, within(1e-9));
    }

    /** None of these names its topic in words the lexicon has for it. */
    @Test
    void whatThisVersionComesWithHearsTopicsNobodyNamed() {
        Map<String, String> asked = Map.of(
                "we are seven with blankets, who lets us lie down tonight", "camp",
                "somebody who can set a broken arm there?", "medical");
        asked.forEach((question, topic) -> {
            Sounding sounding = new Sounding(TopicTones.shipped().of(read(question)));
            assertThat(sounding.leadOf(new Topic.Id(topic))).as(question).isPositive();
        });
    }

    private static double heard(String text, Topic.Id topic) {
        return TWO.of(read(text)).getOrDefault(topic, Double.NaN);
    }

    private static Reading read(String text) {
        return new Knowledge().read(text);
    }
}
