package org.aman.owed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aman.database.Identifiers;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.resident.Receipt;
import org.aman.resident.Receipts;
import org.aman.resident.Resident;
import org.aman.resident.Residents;
import org.aman.staff.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrections of what residents were told: first how many they would reach, then a person confirms, then they are owed,
 * and at the end how many were told. Whom they reach is known to nobody. Safe for use by many threads and replicas.
 */
@Component
public class Corrections {
    /** So few at a time that answers are not held up. */
    private static final int AT_A_TIME = 200;

    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Updates updates;
    private final Topics topics;
    private final Receipts receipts;
    private final Residents residents;
    private final Owed owed;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;
    private final ApplicationEventPublisher announcements;

    Corrections(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Updates updates,
            Topics topics,
            Receipts receipts,
            Residents residents,
            Owed owed,
            Journal journal,
            Identifiers identifiers,
            Clock clock,
            ApplicationEventPublisher announcements) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.updates = updates;
        this.topics = topics;
        this.receipts = receipts;
        this.residents = residents;
        this.owed = owed;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
        this.announcements = announcements;
    }

    /**
     * What residents were told and no longer stands, before anybody confirmed that they are told so.
     *
     * @param told as they were told it
     * @param now what stands instead; null for nothing
     * @param people how many a correction would reach
     */
    public record Pending(Update told, Correction.Cause cause, @Nullable Update now, Headcount people) {
        /** What a person confirms; another correction of the same update has another one. */
        public String mark() {
            return told.revision() + "-" + cause + (now == null ? "" : "-" + now.id() + "-" + now.revision());
        }
    }

    /** A correction to be, with those it reaches. */
    private record Found(Pending pending, Receipts.Wrong whom, int people) {}

    /** All that could be corrected now. */
    public List<Pending> pending() {
        return found().stream().map(Found::pending).toList();
    }

    private List<Found> found() {
        Map<String, List<Integer>> told = new TreeMap<>();
        for (Receipts.Tally tally : receipts.tallies()) {
            told.computeIfAbsent(tally.updateId(), id -> new ArrayList<>()).add(tally.revision());
        }
        if (told.isEmpty()) {
            return List.of();
        }
        Verdicts verdicts = new Verdicts(updates, topics, clock.instant());
        List<Found> found = new ArrayList<>();
        told.forEach((id, revisions) -> verdicts.on(new Update.Id(id), revisions).ifPresent(wrong -> {
            Update now = wrong.now();
            Receipts.Wrong whom = new Receipts.Wrong(
                    id, wrong.revisions(), now == null ? null : now.id().value(), now == null ? 0 : now.revision());
            int people = receipts.count(whom);
            if (people > 0) {
                Pending pending = new Pending(wrong.told(), wrong.cause(), now, new Headcount(people));
                found.add(new Found(pending, whom, people));
            }
        }));
        return found;
    }

    /**
     * Confirms that those who were told this are told the correction.
     *
     * @param mark what the person saw; where something changed since, nothing is sent
     * @return empty where there is no such correction any more
     */
    public Optional<Correction.Id> confirm(Update.Id told, String mark, String by) {
        Optional<Correction.Id> confirmed = Objects.requireNonNull(transaction.execute(status -> found().stream()
                .filter(one -> one.pending().told().id().equals(told) && one.pending().mark().equals(mark))
                .filter(one -> !isSpreading(told))
                .findFirst()
                .map(one -> keep(one, by))));
        confirmed.ifPresent(id -> announcements.publishEvent(new Courier.Due()));
        return confirmed;
    }

    private boolean isSpreading(Update.Id told) {
        return jdbc.sql("select count(*) from correction where update_id = :update and spreading = 1")
                        .param("update", told.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Correction.Id keep(Found found, String by) {
        Pending pending = found.pending();
        String id = identifiers.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("update", pending.told().id().value());
        values.put("revisions", found.whom().revisions().stream().map(String::valueOf).collect(Collectors.joining(",")));
        values.put("cause", pending.cause().name());
        values.put("nowId", found.whom().nowId());
        values.put("nowRevision", found.whom().nowRevision());
        values.put("by", by);
        values.put("at", clock.millis());
        values.put("expected", found.people());
        jdbc.sql("""
                insert into correction (id, update_id, revisions, cause, now_id, now_revision, confirmed_by, confirmed_at,
                                        spreading, expected, told, missed)
                values (:id, :update, :revisions, :cause, :nowId, :nowRevision, :by, :at, 1, :expected, 0, 0)
                """).params(values).update();
        journal.note(
                by,
                "correction-confirmed",
                pending.told().id().value(),
                pending.cause() + ", " + pending.people() + " people");
        return new Correction.Id(id);
    }

    /** Owes the correction to some more of those it is for; false where all are owed it. */
    boolean spread() {
        List<Spread> open = jdbc.sql("""
                select id, update_id, revisions, now_id, now_revision from correction
                 where spreading = 1 order by confirmed_at limit 1
                """).query(Corrections::toSpread).list();
        if (open.isEmpty()) {
            return false;
        }
        Spread spread = open.getFirst();
        transaction.executeWithoutResult(status -> {
            Map<Resident.Id, Receipt> some = new HashMap<>();
            receipts.take(spread.wrong(), AT_A_TIME).forEach(receipt -> some.put(receipt.resident(), receipt));
            for (Resident resident : residents.known(some.keySet())) {
                Receipt receipt = Objects.requireNonNull(some.get(resident.id()));
                owed.correct(resident, receipt, spread.id());
            }
            if (some.isEmpty()) {
                jdbc.sql("update correction set spreading = 0 where id = :id")
                        .param("id", spread.id())
                        .update();
            }
        });
        return true;
    }

    /** A correction on its way into the rows that are owed. */
    private record Spread(String id, Receipts.Wrong wrong) {}

    private static Spread toSpread(ResultSet row, int number) throws SQLException {
        List<Integer> revisions = Arrays.stream(row.getString("revisions").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        return new Spread(
                row.getString("id"),
                new Receipts.Wrong(
                        row.getString("update_id"), revisions, row.getString("now_id"), row.getInt("now_revision")));
    }

    /** What stands instead, as it was confirmed. */
    Optional<String> nowId(@Nullable String correction) {
        return jdbc.sql("select now_id from correction where id = :id")
                .param("id", correction)
                .query((row, number) -> Optional.ofNullable(row.getString("now_id")))
                .optional()
                .flatMap(nowId -> nowId);
    }

    /** Counts one who was told. */
    void told(String correction) {
        jdbc.sql("update correction set told = told + 1 where id = :id").param("id", correction).update();
    }

    /** Counts one who could not be told. */
    void missed(String correction) {
        jdbc.sql("update correction set missed = missed + 1 where id = :id").param("id", correction).update();
    }

    /** Those confirmed, the latest first. */
    public List<Correction> confirmed(int most) {
        return jdbc.sql("""
                select id, update_id, cause, now_id, confirmed_by, confirmed_at, spreading, expected, told, missed,
                       (select count(*) from owed where correction_id = correction.id) as waiting
                  from correction
                 order by confirmed_at desc, id
                 limit :most
                """).param("most", most).query(Corrections::toCorrection).list();
    }

    private static Correction toCorrection(ResultSet row, int number) throws SQLException {
        int expected = row.getInt("expected");
        int ended = row.getInt("told") + row.getInt("missed");
        return new Correction(
                new Correction.Id(row.getString("id")),
                row.getString("update_id"),
                Correction.Cause.valueOf(row.getString("cause")),
                row.getString("now_id"),
                row.getString("confirmed_by"),
                Instant.ofEpochMilli(row.getLong("confirmed_at")),
                new Headcount(expected),
                new Headcount(row.getInt("told")),
                new Headcount(row.getInt("missed")),
                new Headcount(row.getInt("spreading") == 1 ? Math.max(0, expected - ended) : row.getInt("waiting")));
    }

    /** Takes out what is over: debts unsaid, and corrections of long ago. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        transaction.executeWithoutResult(status -> owed.takeOver().forEach(this::missed));
        jdbc.sql("delete from correction where confirmed_at <= :before")
                .param("before", clock.millis() - KEPT.toMillis())
                .update();
    }
}
