package org.aman.bench;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.aman.answer.Question;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Makes updates and questions out of the house's own topics, places and words. The same seed makes the same ones. What
 * they say is nonsense; their length, their words and how these are spread are like those of real ones.
 */
final class Knowledge {
    static final Instant NOW = Instant.parse("2020-01-12T16:00:00Z");

    private static final List<String> ENGLISH = List.of(
            "residents", "families", "north", "morning", "convoy", "since", "yesterday", "team", "water", "roads",
            "reported", "people", "cars", "school", "hospital", "village", "eastern", "bridge", "night", "local",
            "council", "responders", "said", "before", "dark", "carry", "papers", "avoid", "main", "square");
    private static final List<String> ARABIC = List.of(
            "الأهالي", "العائلات", "شمال", "صباح", "قافلة", "منذ", "أمس", "فريق", "مياه", "طرقات", "أفاد", "الناس",
            "سيارات", "مدرسة", "مشفى", "قرية", "الشرقي", "جسر", "ليلة", "المجلس", "المحلي", "الدفاع", "المدني", "قبل",
            "المغرب", "احملوا", "أوراقكم", "تجنبوا", "الساحة", "الرئيسية");

    private final List<Topic> topics;
    private final List<Place> places;
    private final Map<String, Map<Language, List<String>>> words = new LinkedHashMap<>();

    Knowledge(Topics topics, Gazetteer gazetteer) {
        this.topics = List.copyOf(topics.all());
        this.places = List.copyOf(gazetteer.places());
        for (JsonNode concept : new YAMLMapper().readTree(new File("config/lexicon.yaml")).get("concepts")) {
            List<String> arabic = new ArrayList<>(texts(concept.path("ar")));
            arabic.addAll(texts(concept.path("levantine")));
            List<String> english = texts(concept.path("en"));
            if (!arabic.isEmpty() && !english.isEmpty()) {
                words.put(concept.get("id").asString(), Map.of(Language.ARABIC, arabic, Language.ENGLISH, english));
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** The n-th update of this seed. */
    Update update(long n, RandomGenerator chance) {
        Topic topic = any(topics, chance);
        Place place = any(places, chance);
        Topic.Status status = any(topic.statuses(), chance);
        Instant verified = NOW.minus(Duration.ofMinutes(chance.nextInt(1, 3 * 24 * 60)));
        Map<Language, List<String>> questions = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            questions.put(language, List.of(ask(topic, place, language, chance), ask(topic, place, language, chance)));
        }
        return new Update(
                new Update.Id("bench-" + n),
                1,
                topic.id(),
                status.id(),
                topic.located() ? Set.of(place.id()) : Set.of(),
                Update.Confidence.CONFIRMED,
                null,
                verified,
                topic.lifetime() == null ? null : verified.plus(topic.lifetime()).plus(Duration.ofHours(60)),
                topic.located() && chance.nextInt(4) == 0 ? place.position() : null,
                Set.of(),
                new Bilingual(
                        title(topic, status, place, Language.ARABIC, chance),
                        title(topic, status, place, Language.ENGLISH, chance)),
                new Bilingual(text(topic, Language.ARABIC, chance), text(topic, Language.ENGLISH, chance)),
                questions,
                List.of(new Source(
                        new Bilingual("الدفاع المدني", "Civil Defence"), Source.Kind.RESPONDER, verified, null, null)));
    }

    /** A question such as residents ask, one in four without a place. */
    Question question(RandomGenerator chance) {
        Language language = chance.nextBoolean() ? Language.ARABIC : Language.ENGLISH;
        Topic topic = any(topics, chance);
        String text = chance.nextInt(4) == 0
                ? word(topic, language, chance) + " " + any(filler(language), chance) + "?"
                : ask(topic, any(places, chance), language, chance);
        return Question.of(text, NOW);
    }

    private String ask(Topic topic, Place place, Language language, RandomGenerator chance) {
        String word = word(topic, language, chance);
        return switch (language) {
            case ARABIC -> any(List.of("في ", "هل يوجد ", "شو وضع ", "وين أقرب "), chance) + word + " في "
                    + place.name(language) + " " + any(ARABIC, chance) + "؟";
            case ENGLISH -> any(List.of("is there ", "what about ", "any news of ", "where is the nearest "), chance) + word
                    + " in " + place.name(language) + " " + any(ENGLISH, chance) + "?";
        };
    }

    private String title(Topic topic, Topic.Status status, Place place, Language language, RandomGenerator chance) {
        return place.name(language) + ": " + word(topic, language, chance) + ", " + status.name().best(language);
    }

    private String text(Topic topic, Language language, RandomGenerator chance) {
        StringBuilder text = new StringBuilder();
        int length = chance.nextInt(25, 60);
        for (int i = 0; i < length; i++) {
            text.append(i % 10 == 3 ? word(topic, language, chance) : any(filler(language), chance))
                    .append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }

    private String word(Topic topic, Language language, RandomGenerator chance) {
        List<String> known = topic.concepts().stream().filter(words::containsKey).sorted().toList();
        if (known.isEmpty()) {
            return topic.name().best(language);
        }
        return any(words.getOrDefault(any(known, chance), Map.of()).getOrDefault(language, List.of("")), chance);
    }

    private static List<String> filler(Language language) {
        return language == Language.ARABIC ? ARABIC : ENGLISH;
    }

    private static <T> T any(List<T> list, RandomGenerator chance) {
        return list.get(chance.nextInt(list.size()));
    }
}
