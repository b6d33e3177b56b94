package org.aman.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How we stand with Telegram, for the operator: each change is one log line, and health shows the last. */
class Standing {
    private static final Logger log = LoggerFactory.getLogger(Standing.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    /** What can be. */
    enum State {
        CONNECTING,
        ON,
        UNREACHABLE,
        ANOTHER_POLLER,
        REFUSED
    }

    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(State.CONNECTING);
    private final AtomicReference<Instant> warned = new AtomicReference<>(Instant.MIN);
    private volatile @Nullable String name;
    private volatile boolean stopping;

    Standing(Clock clock) {
        this.clock = clock;
    }

    /** The bot's name without the at sign, once Telegram has told it. */
    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    State state() {
        return state.get();
    }

    /** Telegram has told us who we are. */
    void introduced(String botName) {
        name = botName;
        answered();
    }

    /** Telegram took a call. It counts as on from when it has told us our name. */
    void answered() {
        String own = name;
        if (own == null) {
            return;
        }
        State before = state.getAndUpdate(now -> now == State.REFUSED ? now : State.ON);
        if (before != State.ON && before != State.REFUSED) {
            log.info("Telegram is on as @{}", own);
        }
    }

    /** Telegram did not take a call; the reason names no token. */
    void unreachable(String reason) {
        State before = state.getAndUpdate(now -> now == State.REFUSED ? now : State.UNREACHABLE);
        if (before != State.UNREACHABLE && before != State.REFUSED && !stopping) {
            log.warn("Telegram cannot be reached ({}); what came in is kept, and we go on trying", reason);
        }
    }

    /** Calls that are cut off from now on are no news. */
    void stopping() {
        stopping = true;
    }

    /** Another process takes this bot's updates. */
    void anotherPoller() {
        state.updateAndGet(now -> now == State.REFUSED ? now : State.ANOTHER_POLLER);
        Instant now = clock.instant();
        Instant last = warned.get();
        if (last.plus(QUIET).isBefore(now) && warned.compareAndSet(last, now)) {
            log.error("ANOTHER PROCESS takes this bot's updates (409): stop it, or give each its own token");
        }
    }

    /** The token is not good, or no longer: nothing can be received or sent until the operator acts. */
    void refused() {
        if (state.getAndSet(State.REFUSED) != State.REFUSED) {
            log.error("Telegram REFUSES THE TOKEN (401): receiving and sending have stopped, what came in is kept. "
                    + "Set a good aman.telegram.token and start again");
        }
    }

    boolean isRefused() {
        return state.get() == State.REFUSED;
    }
}
