package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.aman.alert.Endings.Result;
import org.aman.alert.Orders.Order;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;
import org.aman.resident.Followings;
import org.aman.resident.Quiet;

/** Sends one delivery or post, outside any transaction, after one more look at whether it is still wanted. */
final class Sender {
    /** Nobody may send on a claim that is about to lapse: another replica will have taken the row. */
    private static final Duration BEFORE_LAPSE = Duration.ofSeconds(5);

    /** What was not wanted just now is looked at again after this long. */
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Orders orders;
    private final Messenger messenger;
    private final Followings followings;
    private final AlertTimes times;
    private final Clock clock;
    private final Map<Delivery.Key, InHand> inHand = new ConcurrentHashMap<>();

    Sender(Orders orders, Messenger messenger, Followings followings, AlertTimes times, Clock clock) {
        this.orders = orders;
        this.messenger = messenger;
        this.followings = followings;
        this.times = times;
        this.clock = clock;
    }

    private static final class InHand {
        private final Chat chat;
        private volatile boolean gone;

        private InHand(Chat chat) {
            this.chat = chat;
        }
    }

    /** Takes these in hand: from now on a call to forget finds them. */
    void takeInHand(List<Delivery> taken) {
        taken.forEach(one -> inHand.put(one.key(), new InHand(one.resident().chat())));
    }

    void letGo(Delivery.Key key) {
        inHand.remove(key);
    }

    /** What is in hand: taken and not recorded yet. */
    Collection<Delivery.Key> inHand() {
        return Set.copyOf(inHand.keySet());
    }

    /** These alone are still owed; the others in hand were erased by somebody else. */
    void stillOwed(Collection<Delivery.Key> looked, Set<Delivery.Key> there) {
        for (Delivery.Key key : looked) {
            InHand hand = inHand.get(key);
            if (hand != null && !there.contains(key)) {
                hand.gone = true;
            }
        }
    }

    /** Nothing more goes to this chat of what is in hand. */
    void forget(Chat chat) {
        inHand.values().stream().filter(hand -> hand.chat.equals(chat)).forEach(hand -> hand.gone = true);
    }

    /** Sends it, or finds that it is no longer wanted. */
    Result send(Delivery delivery, Order order) {
        InHand hand = inHand.get(delivery.key());
        if (hand == null || hand.gone) {
            return new Result.Unsent(A_MOMENT);
        }
        Duration quiet = quiet(delivery, order);
        if (quiet.isPositive()) {
            return new Result.Unsent(quiet);
        }
        Reply reply = order.said().reply(delivery.resident().language());
        Chat chat = delivery.resident().chat();
        Messenger.Lane lane = lane(order);
        String before = delivery.messageId();
        Optional<Outcome> outcome = before == null
                ? messenger.sendIf(chat, reply, lane, () -> isWanted(order, hand, delivery.lapses()))
                : messenger.replaceIf(chat, before, reply, lane, () -> isWanted(order, hand, delivery.lapses()));
        return outcome.map(Sender::result).orElseGet(() -> new Result.Unsent(A_MOMENT));
    }

    /** Posts it to a public channel. */
    Result post(Posts.Post post, Order order) {
        Reply reply = order.said().post(post.only());
        InHand hand = new InHand(post.chat());
        String before = post.messageId();
        Optional<Outcome> outcome = before == null
                ? messenger.sendIf(post.chat(), reply, lane(order), () -> isWanted(order, hand, post.lapses()))
                : messenger.replaceIf(
                        post.chat(), before, reply, lane(order), () -> isWanted(order, hand, post.lapses()));
        return outcome.map(Sender::result).orElseGet(() -> new Result.Unsent(A_MOMENT));
    }

    private boolean isWanted(Order order, InHand hand, Instant lapses) {
        return !hand.gone && orders.allow(order) && clock.instant().isBefore(lapses.minus(BEFORE_LAPSE));
    }

    /** How long they must still be left in peace; what lives hang on waits for nobody's morning. */
    private Duration quiet(Delivery delivery, Order order) {
        if (order.kind().passesQuietHours()) {
            return Duration.ZERO;
        }
        return followings
                .quiet(delivery.resident().id())
                .map((Quiet quiet) -> quiet.left(times.wall(clock.instant())))
                .orElse(Duration.ZERO);
    }

    private static Messenger.Lane lane(Order order) {
        return order.kind().passesQuietHours() ? Messenger.Lane.URGENT : Messenger.Lane.BULK;
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered(String messageId) -> new Result.Sent(messageId);
            case Outcome.TryAgain(Duration after) -> new Result.Again(after);
            case Outcome.Unreachable unreachable -> new Result.Gone(Progress.Gone.UNREACHABLE);
            case Outcome.Rejected(String reason) -> new Result.Failed(reason);
        };
    }

    /** Erases whoever can no longer be reached. */
    interface Erasures extends Consumer<Chat> {}
}
