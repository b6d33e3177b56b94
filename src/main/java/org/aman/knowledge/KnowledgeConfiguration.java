package org.aman.knowledge;

import java.time.Clock;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what is known: the files of {@code config/}, and where updates are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KnowledgeSettings.class, ReviewSettings.class})
class KnowledgeConfiguration {
    @Bean
    static EarlyReading earlyReading() {
        return new EarlyReading();
    }

    @Bean
    Lexicon lexicon(EarlyReading reading) {
        return reading.lexicon();
    }

    @Bean
    Gazetteer gazetteer(EarlyReading reading) {
        return reading.gazetteer();
    }

    @Bean
    Topics topics(KnowledgeSettings settings) {
        return ConfigFile.read(settings.configuration().resolve("topics.yaml"), Topics::load);
    }

    @Bean
    KnowledgeFiles knowledgeFiles(Topics topics, Gazetteer gazetteer, Clock clock) {
        return new KnowledgeFiles(topics, gazetteer, clock);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Updates updates(JdbcClient jdbc, TransactionTemplate transactions) {
        Updates updates = new Updates(jdbc);
        transactions.executeWithoutResult(status -> updates.completeCards());
        return updates;
    }

    @Bean
    Catalogue catalogue(JdbcClient jdbc, Gazetteer gazetteer, Clock clock) {
        return new Catalogue(jdbc, gazetteer, clock);
    }

    @Bean
    Drafts drafts(JdbcClient jdbc) {
        return new Drafts(jdbc);
    }

    @Bean
    Export knowledgeExport(JdbcClient jdbc) {
        return new Export(jdbc);
    }

    @Bean
    Following following(JdbcClient jdbc, Gazetteer gazetteer, Clock clock) {
        return new Following(jdbc, gazetteer, clock);
    }
}
