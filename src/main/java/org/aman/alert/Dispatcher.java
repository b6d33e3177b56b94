package org.aman.alert;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.aman.alert.Endings.Recorded;
import org.aman.alert.Endings.Result;
import org.aman.alert.Orders.Order;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.message.Vigil;
import org.aman.message.Watched;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Sends what is owed: takes small batches, keeps a few messages under way at a time, records how each ended. Every
 * replica has one. Whatever is killed, the next one goes on from the rows.
 */
final class Dispatcher implements SmartLifecycle, Forgets.InMemory, Watched {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FAREWELL = Duration.ofSeconds(8);
    private static final Duration CARE = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration ERASE = Duration.ofMinutes(10);

    /** While nothing gets through, one message tries at least this often. */
    private static final Duration LONGEST_LULL = Duration.ofSeconds(10);

    /** So many failures in a row mean that nothing gets through. */
    private static final int LULL_AFTER = 10;

    private final Work work;
    private final Sender sender;
    private final Caretaker caretaker;
    private final Sender.Erasures erasures;
    private final Manner manner;

    private final Semaphore free;
    private final Deque<Delivery> taken = new ConcurrentLinkedDeque<>();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicLong lullUntil = new AtomicLong();
    private final Vigil vigil = new Vigil();
    private volatile boolean recording;
    private volatile boolean resumed;
    private volatile @Nullable Thread recorder;

    /** What there is to do, and what was done. */
    record Work(Orders orders, Deliveries deliveries, Posts posts, Records records) {}

    /**
     * How it works here.
     *
     * @param holder this replica's name, the same after a restart
     * @param mostUnderWay messages sent and not recorded
     * @param atATime rows taken at a time
     */
    record Manner(String holder, int mostUnderWay, int atATime) {}

    Dispatcher(Work work, Sender sender, Caretaker caretaker, Sender.Erasures erasures, Manner manner) {
        this.work = work;
        this.sender = sender;
        this.caretaker = caretaker;
        this.erasures = erasures;
        this.manner = manner;
        this.free = new Semaphore(manner.mostUnderWay());
    }

    /** Something about alerts has changed. */
    @EventListener
    void onNews(AlertNews news) {
        try {
            work.orders().look();
        } catch (RuntimeException e) {
            log.error("What is to be sent cannot be looked up ({})", e.getClass().getSimpleName());
        }
        vigil.ring();
    }

    @Override
    public void start() {
        vigil.begin();
        recording = true;
        vigil.keep("alert-orders", this::watch);
        recorder = vigil.keep("alert-records", this::record);
        vigil.keep("alert-dispatcher", this::dispatch);
        vigil.keep("alert-care", this::care);
    }

    /** Looks what is to be sent, and what of it was erased meanwhile. */
    private void watch() {
        while (vigil.lasts()) {
            guarded("What is to be sent cannot be looked up", () -> {
                work.orders().look();
                var inHand = sender.inHand();
                if (!inHand.isEmpty()) {
                    sender.stillOwed(inHand, work.deliveries().stillThere(inHand));
                }
            });
            vigil.rest(Orders.LOOK);
        }
    }

    private void record() {
        while (recording || !work.records().isEmpty()) {
            try {
                work.records().work(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void care() {
        long beaten = System.nanoTime() - BEAT.toNanos();
        long erased = System.nanoTime() - ERASE.toNanos();
        while (vigil.lasts()) {
            boolean beat = System.nanoTime() - beaten >= BEAT.toNanos();
            boolean erase = System.nanoTime() - erased >= ERASE.toNanos();
            guarded("Alerts cannot be brought to their end", () -> {
                caretaker.attend(work.orders().all());
                caretaker.askForAllClears();
                if (beat && resumed) {
                    caretaker.beat();
                }
                if (erase) {
                    caretaker.erase();
                }
            });
            beaten = beat ? System.nanoTime() : beaten;
            erased = erase ? System.nanoTime() : erased;
            vigil.rest(CARE);
        }
    }

    private void dispatch() {
        while (vigil.lasts()) {
            try {
                if (!resumed) {
                    caretaker.pauseUnfinished();
                    work.deliveries().resume(manner.holder());
                    work.orders().look();
                    resumed = true;
                }
                if (!sendSome()) {
                    vigil.listen(Orders.LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // This thread must outlive every failure of the database, or nobody would be warned any more.
                log.error("Alerts cannot be sent ({}); trying again", e.getClass().getSimpleName());
                vigil.rest(CARE);
            }
        }
    }

    /** Sends one, taking more where none are left; says whether there was anything. */
    private boolean sendSome() throws InterruptedException {
        long lull = lullUntil.get() - System.nanoTime();
        if (failuresInARow.get() >= LULL_AFTER && lull > 0) {
            vigil.listen(Duration.ofNanos(Math.min(lull, Orders.LOOK.toNanos())));
            return true;
        }
        for (Order order : work.orders().sending()) {
            Optional<Posts.Post> post = work.posts().take(order.alert());
            if (post.isPresent()) {
                free.acquire();
                Thread.ofVirtual().name("alert-post").start(() -> post(post.get(), order));
                return true;
            }
        }
        Delivery next = taken.pollFirst();
        if (next == null) {
            takeSome();
            next = taken.pollFirst();
        }
        if (next == null) {
            return false;
        }
        free.acquire();
        Delivery one = next;
        Thread.ofVirtual().name("alert-delivery").start(() -> deliver(one));
        return true;
    }

    private void takeSome() {
        for (Order order : work.orders().sending()) {
            int most = failuresInARow.get() >= LULL_AFTER ? 1 : manner.atATime();
            List<Delivery> some = work.deliveries().take(order.alert(), most, manner.holder());
            if (!some.isEmpty()) {
                sender.takeInHand(some);
                taken.addAll(some);
                return;
            }
        }
    }

    private void deliver(Delivery delivery) {
        try {
            Optional<Order> order = work.orders().all().stream()
                    .filter(one -> one.alert().equals(delivery.alert()))
                    .findFirst();
            Result result = order.map(known -> attempt(() -> sender.send(delivery, known)))
                    .orElseGet(() -> new Result.Unsent(Duration.ZERO));
            weather(result);
            int revision = order.map(Order::revision).orElse(1);
            work.records().add(new Recorded(delivery.key(), result, revision)).join();
            if (result instanceof Result.Gone) {
                guarded("Somebody gone cannot be erased", () -> erasures.accept(delivery.resident().chat()));
            }
        } finally {
            sender.letGo(delivery.key());
            free.release();
        }
    }

    private void post(Posts.Post post, Order order) {
        try {
            Result result = attempt(() -> sender.post(post, order));
            guarded("A posting cannot be recorded", () -> work.posts().record(post, result));
        } finally {
            free.release();
            vigil.ring();
        }
    }

    private interface Attempt {
        Result make();
    }

    /** At this edge the failure of one message must leave the others alone; only its kind is logged, never words. */
    private Result attempt(Attempt attempt) {
        try {
            return attempt.make();
        } catch (RuntimeException e) {
            log.error("An alert could not be sent to somebody ({})", e.getClass().getSimpleName());
            return new Result.Again(LONGEST_LULL);
        }
    }

    /** Whether anything gets through at all: if not, nearly everybody waits instead of failing in turn. */
    private void weather(Result result) {
        switch (result) {
            case Result.Again(Duration after) -> {
                long wait = Math.min(after.toNanos(), LONGEST_LULL.toNanos());
                lullUntil.set(System.nanoTime() + wait);
                failuresInARow.incrementAndGet();
            }
            case Result.Sent sent -> failuresInARow.set(0);
            case Result.Failed failed -> failuresInARow.set(0);
            case Result.Gone gone -> failuresInARow.set(0);
            case Result.Unsent unsent -> {}
        }
    }

    @Override
    public void letGo(Chat chat) {
        sender.forget(chat);
    }

    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("{} ({}); trying again", what, e.getClass().getSimpleName());
        }
    }

    /** Lets what is under way come to its end and be recorded; the rest goes on after the next start (F26). */
    @Override
    public void stop() {
        vigil.end();
        for (Delivery unsent = taken.pollFirst(); unsent != null; unsent = taken.pollFirst()) {
            work.records().add(new Recorded(unsent.key(), new Result.Unsent(Duration.ZERO), 1));
        }
        try {
            if (!free.tryAcquire(manner.mostUnderWay(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("Stopping while alerts are under way; they go on after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recording = false;
        try {
            Thread last = recorder;
            if (last != null && !last.join(CARE.plus(CARE))) {
                log.info("Stopping while the last endings are being kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Vigil vigil() {
        return vigil;
    }

    @Override
    public boolean isRunning() {
        return vigil.lasts();
    }

    /** It begins when the whole service is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
