package org.aman.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.aman.database.FreshDatabase;
import org.aman.place.Position;
import org.aman.telegram.Inbox.Taken;
import org.aman.telegram.Received.Numbered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inbox promises on every database. */
abstract class InboxContract {
    private static final String ONE = "one";
    private static final String OTHER = "other";

    private final MovableClock clock = new MovableClock();
    private Inbox inbox;

    abstract FreshDatabase database();

    @BeforeEach
    void open() {
        inbox = inbox();
    }

    private Inbox inbox() {
        return new Inbox(
                database().jdbc(), database().transaction(), database().dialect(), database().seal(), clock);
    }

    @Test
    void whatIsKeptComesOutAsItWentIn() {
        Received said = Received.said("7", "ar", "هل الهدنة صامدة؟ \uD83D\uDE4F \0", false);
        inbox.keep(List.of(new Numbered(5, said)));

        assertThat(inbox.take(10, ONE)).containsExactly(new Taken(5, said, 1));
    }

    @Test
    void aRepeatedUpdateHasOneEffectEvenAfterItWasAnsweredA27F14() {
        Numbered update = said(5, "7", "once");

        assertThat(inbox.keep(List.of(update, update))).isEqualTo(1);
        assertThat(inbox.keep(List.of(update))).isZero();
        inbox.take(10, ONE);
        inbox.done(5);
        assertThat(inbox.keep(List.of(update))).isZero();

        assertThat(inbox.take(10, ONE)).isEmpty();
        assertThat(inbox.open()).isZero();
    }

    @Test
    void aChatThatFloodsUsHasAMinutesWorthOfAnswersWaitingAndNobodyElseIsHeldUpA36() {
        List<Numbered> flood = IntStream.range(0, 300).mapToObj(i -> said(100 + i, "7", "more " + i)).toList();

        assertThat(inbox.keep(flood.subList(0, 200))).isEqualTo(Inbox.MOST_OF_A_CHAT);
        assertThat(inbox.keep(flood.subList(200, 300))).isZero();
        assertThat(inbox.keep(List.of(said(400, "8", "help")))).isEqualTo(1);

        assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(100L, 400L);
        inbox.done(100);
        assertThat(inbox.keep(List.of(said(500, "7", "once answered, they are heard again")))).isEqualTo(1);
    }

    @Test
    void reorderedUpdatesOfAChatAreTakenInTelegramsOrderF14() {
        inbox.keep(List.of(said(9, "7", "third"), said(5, "7", "first"), said(6, "7", "second")));

        List<String> order = new ArrayList<>();
        for (List<Taken> some = inbox.take(10, ONE); !some.isEmpty(); some = inbox.take(10, ONE)) {
            assertThat(some).hasSize(1);
            order.add(some.getFirst().received().text());
            inbox.done(some.getFirst().updateId());
        }
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void aRowIsTakenOnlyWhileNoEarlierRowOfItsChatIsOpen() {
        inbox.keep(List.of(said(1, "7", "a"), said(2, "7", "b"), said(3, "8", "c")));

        assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(1L, 3L);
        assertThat(inbox.take(10, OTHER)).isEmpty();
        inbox.done(1);
        assertThat(inbox.take(10, OTHER)).extracting(Taken::updateId).containsExactly(2L);
    }

    @Test
    void aClaimLapsesWhenItsReplicaDies() {
        inbox.keep(List.of(said(1, "7", "a")));
        inbox.take(10, ONE);
        clock.forward(Inbox.CLAIM.minusMillis(1));
        assertThat(inbox.take(10, OTHER)).isEmpty();

        clock.forward(Duration.ofMillis(1));
        assertThat(inbox.take(10, OTHER)).hasSize(1);
    }

    @Test
    void aClaimThatIsHeldDoesNotLapse() {
        inbox.keep(List.of(said(1, "7", "a")));
        inbox.take(10, ONE);
        clock.forward(Inbox.CLAIM.minusMillis(1));
        inbox.hold(List.of(1L), ONE);
        inbox.hold(List.of(1L), OTHER);

        clock.forward(Inbox.CLAIM.minusMillis(1));
        assertThat(inbox.take(10, OTHER)).isEmpty();
    }

    @Test
    void whatAReplicaHadInHandIsFreeAtItsNextStartAndThatOfOthersIsNot() {
        inbox.keep(List.of(said(1, "7", "a"), said(2, "8", "b")));
        inbox.take(1, ONE);
        inbox.take(1, OTHER);

        assertThat(inbox.resume(ONE)).isEqualTo(1);
        assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(1L);
    }

    @Test
    void aChatThatMustWaitWaitsAndKeepsItsOrder() {
        inbox.keep(List.of(said(1, "7", "a"), said(2, "7", "b")));
        inbox.take(10, ONE);
        inbox.later(1, Duration.ofSeconds(90));

        clock.forward(Duration.ofSeconds(89));
        assertThat(inbox.take(10, ONE)).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(1L);
    }

    @Test
    void whatFailsAgainAndAgainIsPutAsideAndWaitingIsNoFailure() {
        inbox.keep(List.of(said(1, "7", "a"), said(2, "7", "b")));
        for (int i = 0; i < 50; i++) {
            inbox.take(10, ONE);
            inbox.later(1, Duration.ZERO);
        }
        for (int i = 0; i < Inbox.MOST_FAILURES; i++) {
            assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(1L);
            inbox.failed(1, Duration.ZERO);
        }

        assertThat(inbox.take(10, ONE)).isEmpty();
        assertThat(inbox.aside()).isEqualTo(1);
        assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(2L);
        clock.forward(Inbox.ASIDE_KEPT.plusMillis(1));
        inbox.tidy();
        assertThat(inbox.aside()).isZero();
    }

    @Test
    void anUpdateThatTakesTheProcessDownAgainAndAgainIsPutAside() {
        inbox.keep(List.of(said(1, "7", "a")));
        for (int i = 0; i < Inbox.MOST_CLAIMS_AFTER_CRASHES; i++) {
            assertThat(inbox.take(10, ONE)).hasSize(1);
            inbox.resume(ONE);
        }

        assertThat(inbox.take(10, ONE)).isEmpty();
        assertThat(inbox.aside()).isEqualTo(1);
    }

    @Test
    void aDamagedRowIsPutAsideAndTheOthersGoOn() {
        inbox.keep(List.of(said(1, "7", "a"), said(2, "8", "b")));
        database().jdbc().sql("update telegram_inbox set payload = 'AAAA' where update_id = 1").update();

        assertThat(inbox.take(10, ONE)).extracting(Taken::updateId).containsExactly(2L);
        assertThat(inbox.aside()).isEqualTo(1);
    }

    @Test
    void numbersAreRememberedAsLongAsTelegramMayRepeatThem() {
        Numbered update = said(5, "7", "once");
        inbox.keep(List.of(update));
        inbox.take(1, ONE);
        inbox.done(5);
        clock.forward(Duration.ofHours(24));
        inbox.tidy();
        assertThat(inbox.keep(List.of(update))).isZero();

        clock.forward(Inbox.REMEMBERED);
        inbox.tidy();
        assertThat(database().dump()).doesNotContain("telegram_seen{");
    }

    @Test
    void theStoreNamesNobodyAndHoldsNoWordsAndNoExactPositionP1P5() {
        inbox.keep(List.of(
                said(1, "5550001234", "where is my aunt Canaria"),
                new Numbered(2, Received.shared("5550001234", "ar", new Position(36.123457, 36.654321)))));

        String dump = database().dump();
        assertThat(dump)
                .doesNotContain("5550001234", Long.toHexString(5550001234L), "Canaria", "aunt", "36.12", "36.65");
        inbox.take(1, ONE);
        inbox.done(1);
        assertThat(inbox.take(1, ONE).getFirst().received().latitude()).isEqualTo(36.123);
    }

    /** Workers fight over chats; were a chat ever in two hands, its plain counter would come out of order. */
    @Test
    void twoReplicasNeverShareAChat() throws Exception {
        int chats = 5;
        int each = 12;
        List<Numbered> batch = new ArrayList<>();
        for (int i = 0; i < chats * each; i++) {
            batch.add(said(i + 1, Integer.toString(i % chats), Integer.toString(i / chats)));
        }
        inbox.keep(batch);
        Map<String, List<String>> order = new HashMap<>(); // plain on purpose: one list a chat is the promise
        for (int chat = 0; chat < chats; chat++) {
            order.put(Integer.toString(chat), new ArrayList<>());
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Future<Object>> fights = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                String holder = "replica" + worker;
                Inbox own = inbox();
                fights.add(workers.submit((Callable<Object>) () -> work(own, holder, order)));
            }
            for (Future<Object> fight : fights) {
                fight.get();
            }
        }

        for (List<String> chat : order.values()) {
            assertThat(chat).hasSize(each).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
        }
    }

    private static Object work(Inbox inbox, String holder, Map<String, List<String>> order) {
        while (inbox.open() > 0) {
            for (Taken taken : inbox.take(2, holder)) {
                List<String> chat = Objects.requireNonNull(order.get(taken.received().chat()));
                chat.add(taken.received().text());
                inbox.done(taken.updateId());
            }
        }
        return holder;
    }

    private static Numbered said(long number, String chat, String text) {
        return new Numbered(number, Received.said(chat, "en", text, false));
    }

    /** A clock that stands until it is moved. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
