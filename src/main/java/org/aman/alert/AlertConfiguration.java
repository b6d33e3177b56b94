package org.aman.alert;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.aman.database.ClockSkew;
import org.aman.database.Dialect;
import org.aman.database.Identifiers;
import org.aman.database.OutsideMemory;
import org.aman.language.Messages;
import org.aman.message.Messenger;
import org.aman.place.Gazetteer;
import org.aman.resident.Erasure;
import org.aman.resident.Followings;
import org.aman.resident.Residents;
import org.aman.staff.Journal;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the room together: the desk, what is kept, and what is to be sent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AlertSettings.class, AlertConfiguration.Zone.class})
class AlertConfiguration {
    /** The time zone in which times are said to residents. */
    @ConfigurationProperties("aman")
    record Zone(@DefaultValue("Asia/Damascus") ZoneId zone) {}

    @Bean
    AlertTimes alertTimes(Messages messages, Zone zone) {
        return new AlertTimes(messages, zone.zone());
    }

    @Bean
    AlertWriter alertWriter(Messages messages, Gazetteer gazetteer, AlertTimes times) {
        return new AlertWriter(messages, gazetteer, times);
    }

    @Bean
    Targets alertTargets(Gazetteer gazetteer) {
        return new Targets(gazetteer);
    }

    @Bean
    Wording alertWording(AlertWriter writer, Gazetteer gazetteer, Targets targets, Clock clock) {
        return new Wording(writer, gazetteer, targets, clock);
    }

    @Bean
    Alerts alerts(JdbcClient jdbc, Clock clock) {
        return new Alerts(jdbc, clock);
    }

    @Bean
    AlertDrafts alertDrafts(JdbcClient jdbc, Identifiers identifiers, Clock clock) {
        return new AlertDrafts(jdbc, identifiers, clock);
    }

    @Bean
    Recipients alertRecipients(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        return new Recipients(jdbc, batches, clock);
    }

    @Bean
    Endings alertEndings(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        return new Endings(jdbc, batches, clock);
    }

    @Bean
    Deliveries alertDeliveries(
            JdbcClient jdbc, Dialect dialect, Residents residents, Endings endings, Clock clock) {
        return new Deliveries(jdbc, dialect, residents, endings, clock);
    }

    @Bean
    Posts alertPosts(JdbcClient jdbc, Dialect dialect, Clock clock, AlertSettings settings) {
        return new Posts(jdbc, dialect, clock, settings.channels());
    }

    @Bean
    Owing alertOwing(
            JdbcClient jdbc, Recipients recipients, Posts posts, Owing.Region region, Owing.Terms terms) {
        return new Owing(new Audience(jdbc, region.targets()), recipients, posts, region, terms);
    }

    @Bean
    Owing.Region alertRegion(Gazetteer gazetteer, Targets targets) {
        return new Owing.Region(gazetteer, targets);
    }

    @Bean
    Owing.Terms alertTerms(
            AlertSettings settings,
            ObjectProvider<Messenger> messenger,
            AlertTimes times,
            Clock clock,
            ClockSkew clocks) {
        return new Owing.Terms(settings, granted(messenger), times, clock, clocks::isTooGreat);
    }

    private static IntSupplier granted(ObjectProvider<Messenger> messenger) {
        return () -> {
            Messenger channel = messenger.getIfAvailable();
            return channel == null ? Messenger.USUALLY_PER_SECOND : channel.perSecond();
        };
    }

    @Bean
    Office alertOffice(
            Journal journal,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            SamePerson persons,
            Clock clock) {
        return new Office(journal, transaction, events::publishEvent, persons, clock);
    }

    @Bean
    AlertDesk alertDesk(Alerts alerts, Owing owing, Wording wording, AlertWriter writer, Office office) {
        return new AlertDesk(alerts, owing, wording, writer, office);
    }

    @Bean
    Suggestions alertSuggestions(JdbcClient jdbc, Alerts alerts, AlertDesk desk, Office office) {
        return new Suggestions(jdbc, alerts, desk, office);
    }

    @Bean
    AlertControls alertControls(JdbcClient jdbc, Alerts alerts, Deliveries deliveries, Office office) {
        return new AlertControls(jdbc, alerts, deliveries, office);
    }

    @Bean
    Progresses alertProgresses(JdbcClient jdbc, ObjectProvider<Messenger> messenger) {
        return new Progresses(jdbc, System::nanoTime, granted(messenger));
    }

    @Bean
    DeliveryErasure alertErasure(Residents residents, Deliveries deliveries) {
        return new DeliveryErasure(residents, deliveries);
    }

    @Bean
    Orders alertOrders(JdbcClient jdbc, Clock clock) {
        return new Orders(jdbc, clock, System::nanoTime);
    }

    @Bean
    Records alertRecords(Endings endings, TransactionTemplate transaction) {
        return new Records(endings, transaction);
    }

    @Bean
    Dispatcher.Work alertWork(Orders orders, Deliveries deliveries, Posts posts, Records records) {
        return new Dispatcher.Work(orders, deliveries, posts, records);
    }

    @Bean
    Sender alertSender(
            Orders orders,
            ObjectProvider<Messenger> messenger,
            Followings followings,
            AlertTimes times,
            Clock clock) {
        return new Sender(orders, new LateMessenger(messenger), followings, times, clock);
    }

    @Bean
    Caretaker alertCaretaker(
            JdbcClient jdbc, Deliveries deliveries, Alerts alerts, Office office, OutsideMemory memory) {
        return new Caretaker(jdbc, deliveries, alerts, office, memory.isRestored());
    }

    @Bean
    Dispatcher alertDispatcher(
            Dispatcher.Work work,
            Sender sender,
            Caretaker caretaker,
            ObjectProvider<Erasure> erasure,
            AlertSettings settings) {
        Dispatcher.Manner manner = new Dispatcher.Manner(
                Optional.ofNullable(System.getenv("HOSTNAME")).orElse("one"),
                settings.mostUnderWay(),
                Math.max(30, settings.mostUnderWay()));
        return new Dispatcher(work, sender, caretaker, chat -> erasure.getObject().forget(chat), manner);
    }

    /** It begins when all else stands, where there is a channel to send on. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> alertStart(Dispatcher dispatcher, ObjectProvider<Messenger> messenger) {
        return ready -> {
            if (messenger.getIfAvailable() != null) {
                dispatcher.start();
            }
        };
    }

    /** Who did what the service itself does. */
    static final Volunteer.Id SERVICE = new Volunteer.Id("service");
}
