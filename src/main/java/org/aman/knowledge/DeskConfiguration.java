package org.aman.knowledge;

import java.time.Clock;
import org.aman.database.ClockSkew;
import org.aman.database.Identifiers;
import org.aman.place.Gazetteer;
import org.aman.staff.Journal;
import org.aman.staff.SamePerson;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together the desks: where updates are written, read by another, published, held and withdrawn. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    @Bean
    Bookkeeping bookkeeping(
            Updates updates,
            Journal journal,
            TransactionTemplate transactions,
            ApplicationEventPublisher announcements,
            Clock clock) {
        return new Bookkeeping(updates, journal, transactions, announcements, clock);
    }

    @Bean
    Freeze publishingFreeze(JdbcClient jdbc, Bookkeeping books, SamePerson persons) {
        return new Freeze(jdbc, books, persons);
    }

    @Bean
    Safeguards safeguards(
            JdbcClient jdbc,
            Topics topics,
            ReviewSettings settings,
            Freeze freeze,
            SamePerson persons,
            ClockSkew clocks) {
        return new Safeguards(jdbc, topics, settings, new Safeguards.Brakes(freeze, clocks::isTooGreat), persons);
    }

    @Bean
    UpdateDesk updateDesk(Updates updates, Safeguards safeguards, Bookkeeping books) {
        return new UpdateDesk(updates, safeguards, books);
    }

    @Bean
    DraftCheck draftCheck(Topics topics, Gazetteer gazetteer, Updates updates, Clock clock) {
        return new DraftCheck(
                topics, gazetteer, new Vetting(clock, gazetteer), new Clashes(updates, topics, gazetteer, clock));
    }

    @Bean
    DraftDesk draftDesk(
            Drafts drafts,
            Updates updates,
            DraftCheck check,
            Safeguards safeguards,
            Identifiers identifiers,
            Bookkeeping books) {
        return new DraftDesk(
                drafts,
                updates,
                new DraftPad(drafts, check, identifiers, books),
                new Press(drafts, updates, check, safeguards, books),
                books);
    }

    @Bean
    Import operatorImport(KnowledgeFiles files, UpdateDesk desk) {
        return new Import(files, desk);
    }

    @Bean
    DraftImport draftImport(KnowledgeFiles files, DraftDesk desk) {
        return new DraftImport(files, desk);
    }

    @Bean
    DueDrafts dueDrafts(DraftDesk desk) {
        return new DueDrafts(desk);
    }
}
