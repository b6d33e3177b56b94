package org.aman.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aman.alert.Endings.Recorded;
import org.aman.alert.Endings.Result;
import org.aman.alert.Orders.Order;
import org.aman.message.Messenger;

/** The sender's steps, one by one, without threads: a test decides what happens between them. */
final class Round {
    private final Staffroom room;
    private final Orders orders;
    private final Sender sender;
    private final List<Delivery> taken = new ArrayList<>();

    Round(Staffroom room, Messenger messenger) {
        this.room = room;
        this.orders = new Orders(room.database.jdbc(), room.clock, room.nanos::get);
        this.sender = new Sender(orders, messenger, room.followings, room.times, room.clock);
        look();
    }

    void look() {
        orders.look();
    }

    Orders orders() {
        return orders;
    }

    Sender sender() {
        return sender;
    }

    /** What a start does. */
    void resume() {
        room.deliveries.resume("test");
        look();
    }

    /** Takes at most so many; how many there were. */
    int take(int most) {
        int before = taken.size();
        for (Order order : orders.sending()) {
            List<Delivery> some = room.deliveries.take(order.alert(), most - (taken.size() - before), "test");
            sender.takeInHand(some);
            taken.addAll(some);
        }
        return taken.size() - before;
    }

    /** Sends what was taken, and gives the endings without recording them. */
    List<Recorded> sendTaken() {
        List<Recorded> endings = new ArrayList<>();
        for (Delivery delivery : List.copyOf(taken)) {
            Optional<Order> order = orders.all().stream()
                    .filter(one -> one.alert().equals(delivery.alert()))
                    .findFirst();
            Result result = order.map(known -> sender.send(delivery, known))
                    .orElseGet(() -> new Result.Unsent(java.time.Duration.ZERO));
            endings.add(new Recorded(delivery.key(), result, order.map(Order::revision).orElse(1)));
            sender.letGo(delivery.key());
        }
        taken.clear();
        return endings;
    }

    void record(List<Recorded> endings) {
        room.database.transaction().executeWithoutResult(status -> room.endings.record(endings));
    }

    /** Posts what is owed to channels. */
    void post() {
        for (Order order : orders.sending()) {
            Optional<Posts.Post> post = room.posts.take(order.alert());
            while (post.isPresent()) {
                room.posts.record(post.get(), sender.post(post.get(), order));
                post = room.posts.take(order.alert());
            }
        }
    }

    void care() {
        look();
        for (int i = 0; i < 3; i++) {
            room.caretaker.attend(orders.all());
            look();
        }
        room.caretaker.askForAllClears();
    }

    /** Everything that can be sent now. */
    void sendAll() {
        look();
        post();
        while (take(50) > 0) {
            record(sendTaken());
        }
        care();
    }
}
