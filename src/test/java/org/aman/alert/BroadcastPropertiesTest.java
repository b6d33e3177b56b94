package org.aman.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.RightToLeft;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;
import org.junit.jupiter.api.Assertions;

/**
 * Whatever people, servers and kills do and in whatever order: nobody outside the area, nobody twice beyond what was under
 * way, nobody missed, nothing after a cancel or the end.
 */
class BroadcastPropertiesTest {
    private static final int PEOPLE = 12;
    private static final int UNDER_WAY = 4;

    /** What can happen. */
    enum Event {
        SEND,
        SEND_UNRECORDED_THEN_KILL,
        TAKE_THEN_KILL,
        PAUSE,
        RESUME,
        FREEZE,
        RELEASE,
        CANCEL,
        LOOK_LATE,
        TIME_PASSES,
        END_COMES
    }

    @Property(tries = 60)
    void nobodyOutsideNobodyTwiceNobodyMissedNothingAfter(
            @ForAll @Size(min = 1, max = 14) List<Event> events, @ForAll @IntRange(max = 10_000) int seed)
            throws Exception {
        FreshDatabase database = FreshDatabase.onSqlite();
        database.beforeEach(null);
        try {
            new Story(database, seed).of(events);
        } finally {
            database.afterEach(null);
        }
    }

    private static final class Story {
        private final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
        private final Staffroom room;
        private final Server server;
        private final Filed alert;
        private Round round;
        private int allowedTwice;
        private boolean cancelled;
        private Alert.Number cancelNumber = new Alert.Number(0);

        Story(FreshDatabase database, int seed) {
            room = new Staffroom(database, clock);
            for (int person = 0; person < PEOPLE; person++) {
                room.lives(person, Staffroom.SARAQIB);
            }
            room.lives(100, Staffroom.ARIHA);
            server = new Server(new Random(seed));
            alert = room.sends(room.warning());
            round = room.round(server);
        }

        void of(List<Event> events) {
            events.forEach(this::happens);
            server.isWell = true;
            finish();
            check();
        }

        private void happens(Event event) {
            Alert.Number number = alert.alert().number();
            switch (event) {
                case SEND -> send();
                case SEND_UNRECORDED_THEN_KILL -> {
                    int before = server.said.size();
                    if (round.take(UNDER_WAY) > 0) {
                        round.sendTaken();
                    }
                    allowedTwice += server.said.size() - before;
                    start();
                }
                case TAKE_THEN_KILL -> {
                    round.take(UNDER_WAY);
                    start();
                }
                case PAUSE -> room.controls.pause(number, room.sami);
                case RESUME -> room.controls.resume(number, room.sami);
                case FREEZE -> room.controls.freeze(room.nour);
                case RELEASE -> {
                    room.controls.release(room.huda);
                    room.controls.release(room.sami);
                }
                case CANCEL -> cancel();
                case LOOK_LATE -> {
                    round.take(UNDER_WAY);
                    room.nanos.addAndGet(Duration.ofSeconds(30).toNanos());
                    round.record(round.sendTaken());
                }
                case TIME_PASSES -> {
                    clock.passes(Duration.ofMinutes(2));
                    round.look();
                }
                case END_COMES -> {
                    clock.passes(Duration.ofHours(6));
                    server.warningsEnd = server.said.size();
                    round.care();
                }
            }
            round.look();
        }

        /** What is in doubt may have arrived: the server took it and the line dropped. */
        private void send() {
            round.take(UNDER_WAY);
            int doubtful = server.doubtful;
            round.record(round.sendTaken());
            allowedTwice += server.doubtful - doubtful;
        }

        private void start() {
            round = room.round(server);
            round.resume();
        }

        private void cancel() {
            if (cancelled) {
                return;
            }
            round.take(UNDER_WAY);
            Draft draft = room.following(alert, Follow.Way.CANCEL);
            if (room.desk.propose(draft, room.huda) instanceof Ruling.Granted(Filed proposal)
                    && room.desk.approve(Staffroom.approval(proposal), room.sami)
                            instanceof Ruling.Granted(Filed cancel)) {
                cancelled = true;
                cancelNumber = cancel.alert().number();
                server.warningsEnd = Math.min(server.warningsEnd, server.said.size());
            }
            round.look();
            round.record(round.sendTaken());
        }

        private void finish() {
            room.controls.release(room.huda);
            room.controls.release(room.sami);
            room.controls.resume(alert.alert().number(), room.sami);
            start();
            for (int i = 0; i < 3; i++) {
                clock.passes(Duration.ofMinutes(2));
                int doubtful = server.doubtful;
                round.sendAll();
                allowedTwice += server.doubtful - doubtful;
            }
        }

        private void check() {
            Map<Chat, Integer> warned = server.times("Warning", "تحذير");
            Map<Chat, Integer> told = server.times("CANCELLED", "أُلغي");
            assertThat(warned.keySet()).doesNotContain(Staffroom.chat(100));
            assertThat(told.keySet()).doesNotContain(Staffroom.chat(100));
            int repeated = 0;
            for (int times : warned.values()) {
                repeated += times - 1;
            }
            for (int times : told.values()) {
                repeated += times - 1;
            }
            assertThat(repeated).isLessThanOrEqualTo(allowedTwice);
            for (int i = Math.min(server.said.size(), server.warningsEnd); i < server.said.size(); i++) {
                assertThat(server.said.get(i).text()).doesNotStartWith("Warning").doesNotStartWith("تحذير");
            }
            Progress progress = room.progresses.of(alert.alert().number()).orElseThrow();
            assertThat(progress.waiting()).isZero();
            int listed = progress.failed().values().stream().mapToInt(Integer::intValue).sum();
            assertThat(progress.sent() + listed).isEqualTo(PEOPLE);
            if (cancelled) {
                Set<Chat> warnedPeople = new HashSet<>(warned.keySet());
                warnedPeople.removeIf(chat -> chat.address().startsWith("@"));
                Progress cancel = room.progresses.of(cancelNumber).orElseThrow();
                boolean inTime = cancel.failed().isEmpty();
                if (inTime) {
                    assertThat(told.keySet()).containsAll(warnedPeople);
                }
            }
            if (!cancelled && listed == 0) {
                Assertions.assertEquals(PEOPLE, people(warned));
            }
        }

        private static int people(Map<Chat, Integer> warned) {
            return (int) warned.keySet().stream()
                    .filter(chat -> !chat.address().startsWith("@"))
                    .count();
        }
    }

    /** A server in all its moods: takes it, takes it and drops the line, is busy. */
    private static final class Server implements Messenger {
        final List<Channel.Said> said = new ArrayList<>();
        private final Random moods;
        private boolean isWell;
        private int doubtful;
        private int warningsEnd = Integer.MAX_VALUE;

        Server(Random moods) {
            this.moods = moods;
        }

        @Override
        public Outcome send(Chat chat, Reply reply, Lane lane) {
            int mood = isWell ? 0 : moods.nextInt(10);
            if (mood == 9) {
                return new Outcome.TryAgain(Duration.ofSeconds(1));
            }
            said.add(new Channel.Said(chat, RightToLeft.unmarked(reply.text()), lane, null));
            if (mood == 8) {
                doubtful++;
                return new Outcome.TryAgain(Duration.ofSeconds(1));
            }
            return new Outcome.Delivered("m" + said.size());
        }

        @Override
        public Optional<Outcome> sendIf(
                Chat chat, Reply reply, Lane lane, java.util.function.BooleanSupplier wanted) {
            return wanted.getAsBoolean() ? Optional.of(send(chat, reply, lane)) : Optional.empty();
        }

        Map<Chat, Integer> times(String... beginnings) {
            Map<Chat, Integer> times = new HashMap<>();
            for (Channel.Said one : said) {
                for (String beginning : beginnings) {
                    if (one.text().startsWith(beginning)) {
                        times.merge(one.chat(), 1, Integer::sum);
                    }
                }
            }
            return times;
        }
    }
}
