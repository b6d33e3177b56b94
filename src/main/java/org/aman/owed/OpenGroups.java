package org.aman.owed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aman.answer.Answerer;
import org.aman.answer.Considered;
import org.aman.answer.Question;
import org.aman.answer.Reading;
import org.aman.knowledge.Update;
import org.aman.language.ArabicForms;
import org.aman.language.Concept;
import org.aman.language.EnglishForms;
import org.aman.language.Token;
import org.aman.place.Place;
import org.aman.unanswered.OpenQuestion;
import org.aman.unanswered.OpenQuestions;
import org.springframework.stereotype.Component;

/**
 * Groups open questions that mean much the same about the same area, as the reading of questions understands them: by
 * concepts, whatever the language, and by the stems of words that no concept covers. The most pressing come first.
 */
@Component
public class OpenGroups {
    /** Of what two questions speak of, so much must be common; less puts "where is bread" beside "where is water". */
    private static final double ALIKE = 0.6;

    /** What is asked as often but so much longer ago is half as pressing. */
    private static final double HALF_LIFE_HOURS = 12;

    private static final int MOST_NEAR = 3;

    private final OpenQuestions questions;
    private final Answerer answerer;
    private final Clock clock;
    private final Map<OpenQuestion.Id, Set<String>> read = new ConcurrentHashMap<>();

    OpenGroups(OpenQuestions questions, Answerer answerer, Clock clock) {
        this.questions = questions;
        this.answerer = answerer;
        this.clock = clock;
    }

    /** All groups, the most pressing first. */
    public List<OpenGroup> all() {
        List<OpenQuestion> open = questions.all();
        Map<OpenQuestion.Id, Integer> waiting = questions.waiting();
        read.keySet().retainAll(open.stream().map(OpenQuestion::id).toList());
        Instant now = clock.instant();
        return grouped(open).stream()
                .map(group -> group(group, waiting))
                .sorted(Comparator.comparingDouble((OpenGroup group) -> pressing(group, now))
                        .reversed()
                        .thenComparing(group -> group.id().value()))
                .toList();
    }

    /** The group that this question belongs to now. */
    public Optional<OpenGroup> of(OpenQuestion.Id question) {
        return all().stream().filter(group -> group.ids().contains(question)).findFirst();
    }

    /** Each question joins the group it is most like; the most asked ones begin groups. */
    private List<List<OpenQuestion>> grouped(List<OpenQuestion> open) {
        List<List<OpenQuestion>> groups = new ArrayList<>();
        Map<String, List<Integer>> groupsOfWord = new HashMap<>();
        for (OpenQuestion question : open) {
            Set<String> spoken = spoken(question);
            int best = best(question, spoken, groups, groupsOfWord);
            if (best < 0) {
                int number = groups.size();
                groups.add(new ArrayList<>());
                spoken.forEach(word -> groupsOfWord
                        .computeIfAbsent(word, any -> new ArrayList<>())
                        .add(number));
                best = number;
            }
            groups.get(best).add(question);
        }
        return groups;
    }

    private int best(
            OpenQuestion question,
            Set<String> spoken,
            List<List<OpenQuestion>> groups,
            Map<String, List<Integer>> groupsOfWord) {
        Set<Integer> sharing = new HashSet<>();
        spoken.forEach(word -> sharing.addAll(groupsOfWord.getOrDefault(word, List.of())));
        int best = -1;
        double most = ALIKE;
        for (int number : sharing) {
            OpenQuestion first = groups.get(number).getFirst();
            double alike = isSameArea(first, question) ? alike(spoken(first), spoken) : 0;
            if (alike >= most) {
                most = alike;
                best = number;
            }
        }
        return best;
    }

    private static boolean isSameArea(OpenQuestion one, OpenQuestion other) {
        Place.Id place = one.place();
        return place == null ? other.place() == null : place.equals(other.place());
    }

    /** The common part of what both speak of. */
    private static double alike(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }

    private Set<String> spoken(OpenQuestion question) {
        return read.computeIfAbsent(question.id(), id -> spoken(consider(question).reading(), question));
    }

    private Considered consider(OpenQuestion question) {
        return answerer.consider(new Question(
                question.words(),
                question.language(),
                question.place(),
                null,
                List.of(),
                null,
                null,
                clock.instant()));
    }

    private static Set<String> spoken(Reading reading, OpenQuestion question) {
        Set<String> spoken = new LinkedHashSet<>();
        for (Reading.Word word : reading.words()) {
            if (word.concepts().isEmpty()) {
                spoken.add(stem(word.token()));
            }
            word.concepts().stream().map(Concept::id).forEach(spoken::add);
        }
        return spoken.isEmpty() ? Set.of("topic:" + question.topic(), "reason:" + question.reason()) : spoken;
    }

    private static String stem(Token token) {
        return switch (token.script()) {
            case ARABIC -> ArabicForms.stem(token.text());
            case LATIN -> EnglishForms.stem(token.text());
            case NUMBER -> token.text();
        };
    }

    private OpenGroup group(List<OpenQuestion> group, Map<OpenQuestion.Id, Integer> waiting) {
        List<Update.Id> near = consider(group.getFirst()).best(MOST_NEAR);
        return new OpenGroup(
                group,
                group.stream().mapToInt(OpenQuestion::asked).sum(),
                group.stream().map(OpenQuestion::first).min(Comparator.naturalOrder()).orElseThrow(),
                group.stream().map(OpenQuestion::last).max(Comparator.naturalOrder()).orElseThrow(),
                new Headcount(group.stream()
                        .mapToInt(question -> waiting.getOrDefault(question.id(), 0))
                        .sum()),
                near);
    }

    private static double pressing(OpenGroup group, Instant now) {
        double hours = Math.max(0, Duration.between(group.last(), now).toMinutes() / 60.0);
        return group.asked() * Math.pow(0.5, hours / HALF_LIFE_HOURS);
    }
}
