package org.aman.alert.cap;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import okhttp3.Dns;
import org.aman.alert.Alerts;
import org.aman.alert.Suggestions;
import org.aman.database.Identifiers;
import org.aman.database.SigningKey;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what publishes our alerts to other systems. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CapSettings.class, FeedSettings.class, OperatorSettings.class})
class CapConfiguration {
    /** A server that takes longer is no better than one that is gone; it is asked again. */
    private static final Fetcher.Limits LIMITS = new Fetcher.Limits(
            Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(45), FeedReader.MOST_BYTES);

    @Bean
    Zones capZones(Gazetteer gazetteer) {
        return new Zones(gazetteer);
    }

    @Bean
    Publications capPublications(JdbcClient jdbc) {
        return new Publications(jdbc);
    }

    @Bean
    Translation capTranslation(Zones zones, Messages messages, CapSettings settings, OperatorSettings operator) {
        return new Translation(zones, messages, settings, operator);
    }

    @Bean
    Publisher capPublisher(
            Alerts alerts,
            Publications publications,
            Translation translation,
            Zones zones,
            SigningKey key,
            Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Publisher(
                alerts,
                publications,
                translation,
                new Press(new CapRules(new Shapes(zones::isNear)), key.pair()),
                new Publisher.Outside(clock, () -> version4(random).toString()));
    }

    private static UUID version4(SecureRandom random) {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    @Bean
    CapFeed capFeed(
            Publications publications,
            Clock clock,
            CapSettings settings,
            OperatorSettings operator,
            SigningKey key) {
        return new CapFeed(publications, clock, settings, operator, key);
    }

    @Bean
    Imports capImports(JdbcClient jdbc) {
        return new Imports(jdbc);
    }

    @Bean
    FeedMarks capFeedMarks(JdbcClient jdbc) {
        return new FeedMarks(jdbc);
    }

    @Bean
    Importer capImporter(
            Imports imports,
            Suggestions suggestions,
            TransactionTemplate transaction,
            Zones zones,
            Gazetteer gazetteer,
            Identifiers identifiers,
            Clock clock) {
        return new Importer(
                new Intake(new CapRules(new Shapes(zones::isNear)), System::nanoTime),
                new Admission(imports, new Coverage(gazetteer), clock),
                new Importer.Kept(imports, suggestions, transaction),
                clock,
                identifiers::next);
    }

    @Bean
    FeedPoller capFeedPoller(
            FeedSettings settings, FeedMarks marks, Imports imports, Importer importer, Suggestions suggestions, Clock clock) {
        Fetcher fetcher = new Fetcher(LIMITS, Dns.SYSTEM);
        return new FeedPoller(
                ForeignFeed.of(settings),
                marks,
                new FeedReader(fetcher, imports, importer, System::nanoTime),
                new FeedPoller.Kept(imports, suggestions),
                new FeedPoller.Outside(clock, new SecureRandom(), Executors.newVirtualThreadPerTaskExecutor()));
    }
}
