package org.aman.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.aman.language.Bilingual;
import org.aman.place.Place;

/** Updates by chance, as many as are wanted: of all topics and places, in both languages. */
public final class ManyUpdates {
    private static final List<String> WORDS = List.of(
            "road", "camp", "water", "bread", "school", "clinic", "council", "families", "morning", "market", "bridge",
            "الطريق", "المخيم", "الماء", "الخبز", "المدرسة", "العيادة", "المجلس", "العائلات", "الصباح", "السوق");

    private ManyUpdates() {}

    /** One of the words that they are made of. */
    public static String word(int number) {
        return WORDS.get(number % WORDS.size());
    }

    /** Publishes this many as an operator's import does. */
    public static void publish(Import imports, int many) {
        Random random = new Random(20200112L);
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            updates.add(update(i, random));
        }
        imports.take(new KnowledgeFiles.Reading(updates, List.of()), (done, all) -> {});
    }

    /** The update of this number; the same seed gives the same ones. */
    public static Update update(int number, Random random) {
        List<Topic> topics = List.copyOf(Desks.TOPICS.all());
        List<Place> places = List.copyOf(Desks.GAZETTEER.places());
        Topic topic = topics.get(random.nextInt(topics.size()));
        Instant verified = Instant.parse("2020-01-12T12:00:00Z").minusSeconds(random.nextInt(3000));
        return new Update(
                new Update.Id("u-" + number), 1, topic.id(),
                topic.statuses().get(random.nextInt(topic.statuses().size())).id(),
                Set.of(places.get(random.nextInt(places.size())).id()), Update.Confidence.CONFIRMED, null, verified,
                verified.plusSeconds(5 * 3600 + random.nextInt(100_000)), null, Set.of(),
                new Bilingual(words(random, 4, true), words(random, 4, false)),
                new Bilingual(words(random, 30, true), words(random, 30, false)), Map.of(),
                List.of(new Source(new Bilingual("مصدر", "A source"), Source.Kind.RESPONDER, verified, null, null)));
    }

    private static String words(Random random, int many, boolean arabic) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(WORDS.get(arabic ? 11 + random.nextInt(10) : random.nextInt(11))).append(' ');
        }
        return text.toString();
    }
}
