package org.aman.alert.cap;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.aman.alert.Alerts;
import org.aman.database.SigningKey;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what publishes our alerts to other systems. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CapSettings.class, OperatorSettings.class})
class CapConfiguration {
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
}
