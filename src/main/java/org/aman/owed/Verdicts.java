package org.aman.owed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.jspecify.annotations.Nullable;

/** Judges whether what somebody was told still stands, by the updates as they are at one moment. */
final class Verdicts {
    private final Updates updates;
    private final Topics topics;
    private final Map<Update.Id, Update> current = new HashMap<>();
    private final Map<Update.Id, Update> replacedBy = new HashMap<>();

    Verdicts(Updates updates, Topics topics, Instant moment) {
        this.updates = updates;
        this.topics = topics;
        for (Update update : updates.answerableOneByOne()) {
            if (update.isCurrentAt(moment)) {
                current.put(update.id(), update);
            }
        }
        current.values().forEach(update -> update.supersedes().forEach(former -> replacedBy.put(former, update)));
    }

    /**
     * That something told no longer stands.
     *
     * @param told the update as it was told last
     * @param revisions the revisions that no longer stand
     * @param now what stands instead; null for nothing
     */
    record Wrong(Update told, List<Integer> revisions, Correction.Cause cause, @Nullable Update now) {}

    /** What is wrong with these revisions of an update; empty where they stand, or where nobody knows yet. */
    Optional<Wrong> on(Update.Id id, Collection<Integer> revisions) {
        int last = Collections.max(revisions);
        Optional<Update> told = updates.asOf(id, last);
        Optional<Updates.State> state = updates.state(id);
        if (told.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        Update replacement = replacedBy.get(id);
        if (replacement != null) {
            return Optional.of(
                    new Wrong(told.get(), List.copyOf(revisions), Correction.Cause.SUPERSEDED, replacement));
        }
        if (state.get() == Updates.State.WITHDRAWN) {
            return Optional.of(new Wrong(told.get(), List.copyOf(revisions), Correction.Cause.WITHDRAWN, null));
        }
        Update now = current.get(id);
        return now == null ? Optional.empty() : changed(told.get(), revisions, now);
    }

    private Optional<Wrong> changed(Update told, Collection<Integer> revisions, Update now) {
        List<Integer> otherwise = new ArrayList<>();
        for (int revision : revisions) {
            if (updates.asOf(now.id(), revision).map(former -> saysOtherwise(former, now)).orElse(false)) {
                otherwise.add(revision);
            }
        }
        if (!otherwise.isEmpty()) {
            Update former = updates.asOf(now.id(), Collections.max(otherwise)).orElse(told);
            return Optional.of(new Wrong(former, otherwise, Correction.Cause.REVISED, now));
        }
        return contradiction(now)
                .map(other -> new Wrong(now, List.copyOf(revisions), Correction.Cause.CONTRADICTED, other));
    }

    /** Whether someone who was told the former would be misled by it now; a new check time or better words do not. */
    static boolean saysOtherwise(Update former, Update now) {
        boolean contested =
                now.confidence() == Update.Confidence.CONTESTED && former.confidence() != Update.Confidence.CONTESTED;
        return contested
                || !former.status().equals(now.status())
                || !former.places().equals(now.places())
                || !Objects.equals(former.location(), now.location());
    }

    /** A later one of the same topic and a common place that tells what people fear where this tells what they hope. */
    private Optional<Update> contradiction(Update update) {
        Optional<Topic.Polarity> polarity = polarity(update);
        return current.values().stream()
                .filter(other -> other.topic().equals(update.topic())
                        && other.verified().isAfter(update.verified())
                        && !Collections.disjoint(other.places(), update.places())
                        && areOpposite(polarity, polarity(other)))
                .max(Comparator.comparing(Update::verified));
    }

    private static boolean areOpposite(Optional<Topic.Polarity> one, Optional<Topic.Polarity> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get() != Topic.Polarity.PARTLY
                && other.get() != Topic.Polarity.PARTLY
                && one.get() != other.get();
    }

    private Optional<Topic.Polarity> polarity(Update update) {
        return topics.topic(update.topic())
                .flatMap(topic -> topic.status(update.status()))
                .map(Topic.Status::polarity);
    }

    /** What stands in place of this update now: itself, or the one that replaces it; empty for neither. */
    Optional<Update> standing(Update.Id id) {
        Update itself = current.get(id);
        return itself != null ? Optional.of(itself) : Optional.ofNullable(replacedBy.get(id));
    }
}
