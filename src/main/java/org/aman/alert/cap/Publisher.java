package org.aman.alert.cap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aman.alert.Alert;
import org.aman.alert.Alerts;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Makes a document of every approved alert, once, in the order they were approved. What is missing is found by looking, so
 * that no kill between an approval and its document loses one.
 */
public class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration LOOK_BACK = Duration.ofDays(15);

    private final Alerts alerts;
    private final Publications publications;
    private final Translation translation;
    private final Press press;
    private final Outside outside;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    Publisher(Alerts alerts, Publications publications, Translation translation, Press press, Outside outside) {
        this.alerts = alerts;
        this.publications = publications;
        this.translation = translation;
        this.press = press;
        this.outside = outside;
    }

    /** Time and new names, which come from outside. */
    record Outside(Clock clock, Supplier<String> identifiers) {}

    /** Publishes what is approved and not yet published. */
    @Scheduled(fixedDelayString = "PT3S", initialDelayString = "PT3S")
    public void catchUp() {
        alerts.published(outside.clock().instant().minus(LOOK_BACK)).stream()
                .filter(filed -> filed.approvedAt() != null)
                .sorted(Comparator.comparing(filed -> Objects.requireNonNull(filed.approvedAt())))
                .forEach(this::publish);
    }

    private void publish(Filed filed) {
        Alert alert = filed.alert();
        String key = alert.number() + "/" + alert.revision();
        boolean known = publications.of(alert.number()).stream().anyMatch(one -> one.revision() == alert.revision());
        if (known || refused.contains(key)) {
            return;
        }
        try {
            CapAlert message = translation.of(filed, outside.identifiers().get(), related(filed));
            publications.add(new Publication(
                    message.name().identifier(),
                    alert.number(),
                    alert.revision(),
                    message.name().sender(),
                    message.name().sent(),
                    alert.times().until().truncatedTo(ChronoUnit.SECONDS),
                    title(message),
                    press.print(message)));
        } catch (Refused e) {
            refused.add(key);
            LOG.error("Alert {} cannot be published as CAP: {}", key, e.faults());
        }
    }

    private static String title(CapAlert message) {
        return message.infos().stream()
                .filter(info -> info.language().equals(Language.ARABIC.code()))
                .findFirst()
                .map(info -> info.texts().headline())
                .orElse(message.infos().getFirst().event());
    }

    /** What was published before about the same matter and has not ended; of what has ended, the last. */
    private List<Reference> related(Filed filed) {
        Instant sent = Objects.requireNonNull(filed.approvedAt());
        List<Publication> earlier = new ArrayList<>(publications.of(filed.alert().number()));
        Follow follow = filed.alert().follow();
        if (follow != null) {
            earlier.addAll(publications.of(follow.first()));
            alerts.followers(follow.first()).stream()
                    .map(later -> later.alert().number())
                    .filter(number -> !number.equals(filed.alert().number()))
                    .forEach(number -> earlier.addAll(publications.of(number)));
        }
        earlier.sort(Comparator.comparing(Publication::sent).thenComparing(Publication::number));
        List<Reference> standing = earlier.stream()
                .filter(one -> one.ends().isAfter(sent))
                .map(Publication::name)
                .toList();
        return standing.isEmpty() && !earlier.isEmpty() ? List.of(earlier.getLast().name()) : standing;
    }
}
