package org.aman.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for people on duty: slips and notices, on every database. */
abstract class KeptForDutyContract {
    private static final Volunteer RANA =
            new Volunteer(new Volunteer.Id("rana"), "Rana", Role.EDITOR, Language.ENGLISH, true);
    private static final Volunteer OMAR =
            new Volunteer(new Volunteer.Id("omar"), "Omar", Role.EDITOR, Language.ENGLISH, true);
    private static final Slips.About DRAFT = new Slips.About(Slip.Kind.DRAFT, "draft", 3, "hash");

    private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    private Slips slips;
    private Notices notices;

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        slips = new Slips(database().jdbc(), database().transaction(), clock, database().identifiers());
        notices = new Notices(database().jdbc(), database().dialect(), clock, database().identifiers());
    }

    @Test
    void aSlipIsFoundByItsTokenAsItWasLaid() {
        Slip laid = slips.lay(RANA, DRAFT);
        Slip asked = slips.ask(OMAR, new Slips.About(Slip.Kind.PROPOSAL, "", 0, ""), "kind", "{}");

        assertThat(slips.slip(laid.token())).contains(laid);
        assertThat(slips.slip(asked.token())).contains(asked);
        assertThat(slips.slip("other")).isEmpty();
        assertThat(laid.value("approve")).isEqualTo("/duty " + laid.token() + " approve");
    }

    @Test
    void onlyTheLastQuestionOfAPersonAwaitsWordsAndNotForEver() {
        slips.ask(RANA, DRAFT, "topic", "");
        Slip last = slips.ask(RANA, DRAFT, "status", "");
        slips.ask(OMAR, DRAFT, "places", "");
        slips.lay(RANA, DRAFT);

        assertThat(slips.awaiting(RANA.id())).contains(last);
        clock.passes(Slips.AWAITS);
        assertThat(slips.awaiting(RANA.id())).isEmpty();
        assertThat(slips.slip(last.token())).isPresent();
        clock.passes(Slips.LASTS);
        assertThat(slips.slip(last.token())).isEmpty();
        slips.sweep();
        assertThat(rows("duty_slip")).isZero();
    }

    @Test
    void whoeverIsHushedOrLeavesIsAskedNothing() {
        slips.ask(RANA, DRAFT, "topic", "");
        Slip other = slips.ask(OMAR, DRAFT, "topic", "");

        assertThat(slips.hush(RANA.id())).isTrue();
        assertThat(slips.hush(RANA.id())).isFalse();
        assertThat(slips.awaiting(RANA.id())).isEmpty();
        slips.drop(RANA.id());
        assertThat(rows("duty_slip")).isEqualTo(1);
        assertThat(slips.awaiting(OMAR.id())).contains(other);
    }

    @Test
    void aNoticeIsOwedOnceForEachRevisionAndSaidOnce() {
        notices.owe(RANA.id(), Notice.Kind.REVIEW, "draft", 1);
        notices.owe(RANA.id(), Notice.Kind.REVIEW, "draft", 1);
        notices.owe(RANA.id(), Notice.Kind.REVIEW, "draft", 2);
        notices.owe(OMAR.id(), Notice.Kind.REVIEW, "draft", 1);

        List<Notice> taken = notices.take(10, "one");
        assertThat(taken).hasSize(3);
        taken.forEach(notices::done);
        notices.owe(RANA.id(), Notice.Kind.REVIEW, "draft", 1);
        notices.resume("one");

        assertThat(notices.take(10, "one")).isEmpty();
    }

    @Test
    void whatAKilledReplicaHeldIsSaidByItselfAgainAtOnceAndByAnotherWhenTheClaimLapses() {
        notices.owe(RANA.id(), Notice.Kind.REVIEW, "draft", 1);
        assertThat(notices.take(10, "one")).hasSize(1);

        assertThat(notices.take(10, "two")).isEmpty();
        notices.resume("two");
        assertThat(notices.take(10, "two")).isEmpty();
        notices.resume("one");
        assertThat(notices.take(10, "one")).hasSize(1);
        clock.passes(Notices.CLAIM);
        assertThat(notices.take(10, "two")).hasSize(1);
    }

    @Test
    void aNoticePutOffComesBackAndAnOldOneGoes() {
        notices.owe(RANA.id(), Notice.Kind.ALERT_PROPOSED, "7", 1);
        Notice notice = notices.take(10, "one").getFirst();

        notices.later(notice, Duration.ofSeconds(30));
        assertThat(notices.take(10, "one")).isEmpty();
        clock.passes(Duration.ofSeconds(30));
        assertThat(notices.take(10, "one")).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(notice.id());
            assertThat(again.kind()).isEqualTo(Notice.Kind.ALERT_PROPOSED);
            assertThat(again.subject()).isEqualTo("7");
        });
        clock.passes(Notices.KEPT);
        notices.sweep();
        assertThat(rows("duty_notice")).isZero();
    }

    @Test
    void replicasNeverShareANotice() throws Exception {
        for (int i = 0; i < 200; i++) {
            notices.owe(RANA.id(), Notice.Kind.REVIEW, "draft", i);
        }
        Set<String> said = new ConcurrentSkipListSet<>();
        List<String> twice = java.util.Collections.synchronizedList(new java.util.ArrayList<>());

        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (String replica : List.of("one", "two", "three", "four")) {
                replicas.submit(() -> {
                    for (List<Notice> taken = notices.take(7, replica); !taken.isEmpty(); taken = notices.take(7, replica)) {
                        taken.stream().map(Notice::id).filter(id -> !said.add(id)).forEach(twice::add);
                    }
                });
            }
        }

        assertThat(twice).isEmpty();
        assertThat(new TreeSet<>(said)).hasSize(200);
    }

    private int rows(String table) {
        return database().jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }
}
