package org.aman.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.search.Shipped;
import org.junit.jupiter.api.Test;

/** Reading questions in a region whose topics the lexicon has no words for. */
class ReaderTest {
    private static final Topic.Id DAM = new Topic.Id("dam");
    private static final Path VALLEY = Path.of("src/test/resources/valley");

    private final Lexicon lexicon = Shipped.LEXICON;
    private final Topics topics = Topics.load(VALLEY.resolve("topics.yaml"));
    private final Reader reader = new Reader(
            lexicon, Gazetteer.load(VALLEY.resolve("places.yaml")), topics, new TopicWords(lexicon, topics));

    @Test
    void aTopicWithoutConceptsIsCalledByItsNameAndByWhatMeansTheSame() {
        for (String words : List.of("will the dam hold", "are the dams cracked", "هل انهار السد؟", "سد المغر في خوف منو", "el sadd")) {
            assertThat(read(words).topics()).as(words).containsKey(DAM);
        }
        assertThat(read("how much was damaged").topics()).doesNotContainKey(DAM);
    }

    @Test
    void whatOnlyTheKindOfAPlaceAsksAboutIsToldApart() {
        Topic.Id camp = new Topic.Id("camp");
        assertThat(read("Tahuna camp, why a fee").byKind()).contains(camp);
        assertThat(read("is there room in the Tahuna camp").byKind()).doesNotContain(camp);
    }

    private Reading read(String words) {
        return reader.read(words, Language.ENGLISH);
    }
}
