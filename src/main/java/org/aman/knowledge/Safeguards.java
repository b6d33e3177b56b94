package org.aman.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.aman.staff.Act;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be so before something is published: enough other people, no freeze, not too many in an hour. */
public class Safeguards {
    private static final Duration COUNTED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Topics topics;
    private final ReviewSettings settings;
    private final Brakes brakes;
    private final SamePerson persons;

    Safeguards(JdbcClient jdbc, Topics topics, ReviewSettings settings, Brakes brakes, SamePerson persons) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.settings = settings;
        this.brakes = brakes;
        this.persons = persons;
    }

    /**
     * What stops publishing.
     *
     * @param clocksDisagree whether the database keeps another time than this process: then nobody knows what has ended
     */
    record Brakes(Freeze freeze, BooleanSupplier clocksDisagree) {}

    /** Whether nobody may publish this alone, whatever the installation says. */
    public boolean isGrave(Topic.Id topic, String status) {
        return topics.topic(topic).map(one -> one.needsSecondPerson(status)).orElse(true);
    }

    /** How many people other than its authors must approve this. */
    public int reviewers(Topic.Id topic, String status) {
        boolean allClear = topics.topic(topic).map(one -> one.isAllClear(status)).orElse(false);
        return allClear ? settings.allClearReviewers() : 1;
    }

    /** Whether this person may publish this without another. */
    public boolean mayPublishAlone(Volunteer by, Topic.Id topic, String status) {
        return settings.alone() && by.may(Act.PUBLISH_ALONE) && !isGrave(topic, status);
    }

    /** Why this person may not approve this draft, whatever it says; empty where they may. */
    public Optional<Ruling.Why> againstApproving(Volunteer by, Draft draft) {
        if (!by.may(Act.REVIEW)) {
            return Optional.of(Ruling.Why.NOT_ALLOWED);
        }
        if (isOneOf(by, draft.authors())) {
            return Optional.of(Ruling.Why.OWN_WORK);
        }
        boolean approved = draft.approvals().stream()
                .anyMatch(approval -> isOneOf(by, Set.of(approval.by())));
        return approved ? Optional.of(Ruling.Why.ALREADY_APPROVED) : Optional.empty();
    }

    private boolean isOneOf(Volunteer one, Collection<Volunteer.Id> others) {
        return others.stream().anyMatch(other -> other.equals(one.id()) || persons.same(other, one.id()));
    }

    /** How long this waits between its approval and going live. */
    public Duration window(Update update) {
        return isGrave(update.topic(), update.status()) ? settings.holdWindow() : Duration.ZERO;
    }

    boolean isFrozen() {
        return brakes.freeze().now().isPresent();
    }

    /** Whether no time can be trusted, so that nothing is published (F18); holding and withdrawing go on. */
    boolean clocksDisagree() {
        return brakes.clocksDisagree().getAsBoolean();
    }

    /** Why this may not be published now by these people. */
    Optional<Ruling.Refused> againstPublishing(Update update, Collection<Volunteer.Id> people, Instant now) {
        if (clocksDisagree()) {
            return Optional.of(Ruling.Refused.because(Ruling.Why.CLOCKS_DISAGREE));
        }
        if (!isGrave(update.topic(), update.status())) {
            return Optional.empty();
        }
        if (isFrozen()) {
            return Optional.of(Ruling.Refused.because(Ruling.Why.FROZEN));
        }
        boolean tooMany = people.stream().anyMatch(person -> steps(person, now) >= settings.mostPerHour());
        return tooMany
                ? Optional.of(Ruling.Refused.because(
                        Ruling.Why.TOO_MANY, Map.of("most", settings.mostPerHour())))
                : Optional.empty();
    }

    private int steps(Volunteer.Id person, Instant now) {
        return jdbc.sql("select count(*) from grave_step where person = :person and taken_at > :since")
                .param("person", person.value())
                .param("since", now.minus(COUNTED).toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** Counts that these people helped to publish it. */
    void count(Update update, Draft draft, Collection<Volunteer.Id> people, Instant now) {
        if (!isGrave(update.topic(), update.status())) {
            return;
        }
        jdbc.sql("delete from grave_step where taken_at <= :since")
                .param("since", now.minus(COUNTED).toEpochMilli())
                .update();
        for (Volunteer.Id person : new LinkedHashSet<>(people)) {
            // What was stopped in its window and handed in again is approved anew: one step still, the latest.
            jdbc.sql("""
                    insert into grave_step (person, draft_id, taken_at)
                    values (:person, :draft, :at)
                    on conflict (person, draft_id) do update set taken_at = excluded.taken_at
                    """)
                    .param("person", person.value())
                    .param("draft", draft.id().value())
                    .param("at", now.toEpochMilli())
                    .update();
        }
    }
}
