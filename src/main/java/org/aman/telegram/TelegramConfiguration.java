package org.aman.telegram;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aman.conversation.Conversation;
import org.aman.database.Dialect;
import org.aman.database.Refusal;
import org.aman.database.Seal;
import org.aman.duty.Duty;
import org.aman.language.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the room together; {@link TelegramSwitch} takes away what no token needs, which is said at the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
class TelegramConfiguration {
    private static final Logger log = LoggerFactory.getLogger(TelegramConfiguration.class);

    @Bean
    static TelegramSwitch telegramSwitch() {
        return new TelegramSwitch();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> telegramIsOff(Environment environment) {
        return ready -> {
            if (environment.getProperty("aman.telegram.token", "").isBlank()) {
                log.info("Telegram is off: set TELEGRAM_BOT_TOKEN to a bot's token");
            }
        };
    }

    /** Everything that needs a token. */
    @Configuration(proxyBeanMethods = false)
    static class On {
        /** The library logs addresses, and an address holds the token. */
        private static final String LIBRARY = "org.telegram.telegrambots";

        @Bean
        Standing telegramStanding(TelegramSettings settings, Clock clock, LoggingSystem logging) {
            StartCheck.objection(settings).ifPresent(sentence -> {
                throw new Refusal(sentence);
            });
            logging.setLogLevel(LIBRARY, LogLevel.OFF);
            return new Standing(clock);
        }

        @Bean
        Inbox telegramInbox(
                JdbcClient jdbc, TransactionOperations transaction, Dialect dialect, Seal seal, Clock clock) {
            return new Inbox(jdbc, transaction, dialect, seal, clock);
        }

        @Bean
        Tally telegramTally(MeterRegistry meters, Inbox inbox) {
            return new Tally(meters, inbox);
        }

        @Bean
        BotApi botApi(TelegramSettings settings, Standing standing) {
            return new BotApi(settings, standing);
        }

        @Bean
        TelegramMessenger telegramMessenger(
                TelegramSettings settings, BotApi api, Tally tally, Pauses pauses) {
            Turns turns = new Turns(
                    new ChatPace(System::nanoTime), new Pace(settings.messagesPerSecond(), System::nanoTime));
            return new TelegramMessenger(api, turns, pauses, tally, RandomGenerator.getDefault());
        }

        @Bean
        Pauses telegramPauses(JdbcClient jdbc, Seal seal, Clock clock) {
            return new Pauses(jdbc, seal, clock);
        }

        @Bean
        Lanes telegramLanes(
                Inbox inbox, Hearing hearing, TelegramMessenger messenger, BotApi api, TelegramReport report) {
            Attendant attendant = new Attendant(hearing.duty(), hearing.conversation(), messenger, api);
            return new Lanes(inbox, attendant, report.standing(), report.tally(), replica());
        }

        /** Who hears what comes in. */
        record Hearing(Duty duty, Conversation conversation) {}

        @Bean
        Hearing telegramHearing(Duty duty, Conversation conversation) {
            return new Hearing(duty, conversation);
        }

        /** Where the room reports to: the operator and the figures. */
        record TelegramReport(Standing standing, Tally tally) {}

        @Bean
        TelegramReport telegramReport(Standing standing, Tally tally) {
            return new TelegramReport(standing, tally);
        }

        /** This machine's name: the same after a restart, and another for each replica. */
        private static String replica() {
            return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("one");
        }

        @Bean
        Intake telegramIntake(
                TelegramSettings settings, Standing standing, Inbox inbox, Lanes lanes, Tally tally) {
            return new Intake(new Sieve(settings.botId(), standing::name), inbox, lanes, tally);
        }

        @Bean
        Poller telegramPoller(TelegramSettings settings, Intake intake, Standing standing) {
            PollBackOff backOff = new PollBackOff();
            return new Poller(settings, new Screen(intake, standing, backOff), standing, backOff, Poller.LONGEST_SILENCE);
        }

        @Bean
        Introduction telegramIntroduction(
                BotApi api, Messages messages, TelegramSettings settings, Standing standing) {
            return new Introduction(api, messages, settings, standing);
        }

        @Bean
        TelegramHealth telegramHealthIndicator(Standing standing) {
            return new TelegramHealth(standing);
        }

        /** Only when everything else stands: an answer before the knowledge is loaded would be a wrong one. */
        @Bean
        Opening telegramOpening(Lanes lanes, Introduction introduction, Optional<Poller> poller) {
            return new Opening(lanes, introduction, poller);
        }
    }

    /** What begins when the service is ready. */
    record Opening(Lanes lanes, Introduction introduction, Optional<Poller> poller)
            implements ApplicationListener<ApplicationReadyEvent> {
        @Override
        public void onApplicationEvent(ApplicationReadyEvent ready) {
            lanes.start();
            introduction.start();
            poller.ifPresent(Poller::start);
        }
    }
}
