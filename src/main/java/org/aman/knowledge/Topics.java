package org.aman.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aman.language.Bilingual;
import org.aman.language.YamlFile;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/** The kinds of need this installation answers, from {@code topics.yaml}. */
public final class Topics {
    private static final Pattern LIFETIME = Pattern.compile("(\\d{1,4})([mhd])");

    private final Map<Topic.Id, Topic> topics = new LinkedHashMap<>();

    /**
     * Reads {@code topics.yaml}.
     *
     * @throws YamlFile.Broken where the file has a problem
     * @throws IllegalArgumentException where a value is none of the allowed ones; the message names file and topic
     */
    public static Topics load(Path file) {
        Form form = YamlFile.read(file, Form.class);
        try {
            return new Topics(form.topics().stream().map(Form.Entry::toTopic).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** These topics, in the order people should be shown them. */
    public Topics(Collection<Topic> all) {
        all.forEach(topic -> topics.put(topic.id(), topic));
    }

    public Optional<Topic> topic(Topic.Id id) {
        return Optional.ofNullable(topics.get(id));
    }

    public Collection<Topic> all() {
        return topics.values();
    }

    private record Form(int version, List<Entry> topics) {
        record Entry(
                String id,
                Bilingual name,
                String lifetime,
                @JsonProperty("second-person") boolean secondPerson,
                boolean located,
                @Nullable Boolean passage,
                @Nullable Set<String> kinds,
                @Nullable Set<String> concepts,
                @Nullable Set<String> needs,
                List<State> statuses) {

            Topic toTopic() {
                return new Topic(
                        new Topic.Id(id),
                        name,
                        statuses.stream().map(State::toStatus).toList(),
                        duration(),
                        secondPerson,
                        located,
                        Boolean.TRUE.equals(passage),
                        orEmpty(kinds).stream().map(this::kind).collect(Collectors.toSet()),
                        orEmpty(concepts),
                        orEmpty(needs));
            }

            private @Nullable Duration duration() {
                if (lifetime.equals("none")) {
                    return null;
                }
                Matcher matcher = LIFETIME.matcher(lifetime);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException(
                            "The lifetime of topic " + id + " is a number with m, h or d, such as 12h, or none");
                }
                long number = Long.parseLong(matcher.group(1));
                return switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
            }

            private Place.Kind kind(String word) {
                try {
                    return Place.Kind.valueOf(word.toUpperCase(Locale.ROOT));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Topic " + id + " names the unknown kind of place " + word, e);
                }
            }

            private static Set<String> orEmpty(@Nullable Set<String> words) {
                return words == null ? Set.of() : words;
            }
        }

        record State(
                String id,
                Bilingual name,
                String polarity,
                @JsonProperty("second-person") @Nullable Boolean secondPerson) {
            Topic.Status toStatus() {
                Topic.Polarity value = switch (polarity) {
                    case "yes" -> Topic.Polarity.YES;
                    case "partly" -> Topic.Polarity.PARTLY;
                    case "no" -> Topic.Polarity.NO;
                    default -> throw new IllegalArgumentException(
                            "The polarity of status " + id + " is \"yes\", partly or \"no\", not " + polarity);
                };
                return new Topic.Status(id, name, value, Boolean.TRUE.equals(secondPerson));
            }
        }
    }
}
