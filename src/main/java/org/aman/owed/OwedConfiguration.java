package org.aman.owed;

import java.util.Optional;
import org.aman.message.Messenger;
import org.aman.resident.Erasure;
import org.aman.resident.Receipts;
import org.aman.resident.Residents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the courier together where there is a channel to send on. */
@Configuration(proxyBeanMethods = false)
class OwedConfiguration {
    @Bean
    ApplicationListener<ApplicationReadyEvent> courierStart(Courier courier, ObjectProvider<Messenger> messenger) {
        return ready -> {
            if (messenger.getIfAvailable() != null) {
                courier.start();
            }
        };
    }

    @Bean
    Courier courier(
            Owed owed,
            Saying saying,
            Answers answers,
            Corrections corrections,
            Residents residents,
            Receipts receipts,
            ObjectProvider<Erasure> erasure,
            TransactionTemplate transaction,
            ObjectProvider<Messenger> messenger) {
        return new Courier(
                owed,
                saying,
                answers,
                corrections,
                new Courier.Known(residents, receipts),
                chat -> erasure.getObject().forget(chat),
                transaction,
                (chat, reply, lane) -> messenger.getObject().send(chat, reply, lane),
                Optional.ofNullable(System.getenv("HOSTNAME")).orElse("one"));
    }
}
