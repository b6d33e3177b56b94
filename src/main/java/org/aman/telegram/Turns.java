package org.aman.telegram;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.aman.message.Messenger.Lane;

/** Waits for the moment to send: first the chat's own pace, then that of all chats. */
final class Turns {
    private final ChatPace chats;
    private final Pace all;

    Turns(ChatPace chats, Pace all) {
        this.chats = chats;
        this.all = all;
    }

    /** What is granted over all chats. */
    int perSecond() {
        return all.perSecond();
    }

    /** Telegram asked one chat to wait; several within a second mean that all of us are too fast. */
    void throttled() {
        all.throttled();
    }

    void await(String chat, Lane lane) {
        try {
            chats.await(chat);
            all.await(lane);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    /** Waits in place. */
    void rest(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw stopped(new InterruptedException());
            }
        }
    }

    private static IllegalStateException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Stopped while waiting to send", e);
    }
}
