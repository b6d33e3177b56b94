package org.aman.alert;

import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.resident.Residents;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Erases what is owed to somebody; before the resident goes, by whom alone the rows are found. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeliveryErasure implements Forgets {
    private final Residents residents;
    private final Deliveries deliveries;

    DeliveryErasure(Residents residents, Deliveries deliveries) {
        this.residents = residents;
        this.deliveries = deliveries;
    }

    @Override
    public void forget(Chat chat) {
        residents.known(chat).ifPresent(resident -> deliveries.forget(resident.id()));
    }
}
