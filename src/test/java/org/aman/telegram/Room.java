package org.aman.telegram;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.aman.database.FreshDatabase;
import org.aman.duty.Duty;
import org.aman.language.Messages;

/** The whole room put together as the service does it, on a fresh database, talking to a stand-in server. */
final class Room implements AutoCloseable {
    final Echo conversation = new Echo();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Standing standing;
    final Inbox inbox;
    final TelegramMessenger messenger;
    final Lanes lanes;
    final Intake intake;
    final Poller poller;
    final Introduction introduction;
    final BotApi api;

    Room(FreshDatabase database, URI server, Duty duty) {
        this(database, server, 1000, Poller.LONGEST_SILENCE, duty);
    }

    Room(FreshDatabase database, URI server) {
        this(database, server, 1000);
    }

    Room(FreshDatabase database, URI server, int messagesPerSecond) {
        this(database, server, messagesPerSecond, Poller.LONGEST_SILENCE);
    }

    Room(FreshDatabase database, URI server, int messagesPerSecond, Duration longestSilence) {
        this(database, server, messagesPerSecond, longestSilence, incoming -> Optional.empty());
    }

    private Room(
            FreshDatabase database, URI server, int messagesPerSecond, Duration longestSilence, Duty duty) {
        Clock clock = Clock.systemUTC();
        TelegramSettings settings = settings(server, messagesPerSecond);
        standing = new Standing(clock);
        inbox = new Inbox(
                database.jdbc(), database.transaction(), database.dialect(), database.seal(), clock);
        Tally tally = new Tally(meters, inbox);
        api = new BotApi(settings, standing);
        Turns turns = new Turns(new ChatPace(System::nanoTime), new Pace(messagesPerSecond, System::nanoTime));
        Pauses pauses = new Pauses(database.jdbc(), database.seal(), clock);
        messenger = new TelegramMessenger(api, turns, pauses, tally, new Random(1));
        lanes = new Lanes(inbox, new Attendant(duty, conversation, messenger, api), standing, tally, "test");
        intake = new Intake(new Sieve(settings.botId(), standing::name), inbox, lanes, tally);
        PollBackOff backOff = new PollBackOff();
        poller = new Poller(settings, new Screen(intake, standing, backOff), standing, backOff, longestSilence);
        introduction = new Introduction(api, new Messages(), settings, standing);
    }

    static TelegramSettings settings(URI server, int messagesPerSecond) {
        return new TelegramSettings(
                StandInBotApi.TOKEN, server, TelegramSettings.Mode.POLLING, "", "", messagesPerSecond);
    }

    Room started() {
        lanes.start();
        introduction.start();
        poller.start();
        return this;
    }

    @Override
    public void close() {
        poller.stop();
        introduction.stop();
        lanes.stop();
    }
}
