package org.aman.staff;

import java.util.Optional;
import org.aman.staff.Volunteers.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one way in: name, password and second factor together, so that whoever guesses one never learns that it was right. Whatever
 * is wrong, the answer is the same and takes as long.
 *
 * <p>A browser that has signed in to the account before is counted apart, so that a stranger who keeps guessing does not
 * lock out its owner.
 */
@Component
public class SignIn {
    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final Credentials credentials;
    private final Attempts attempts;
    private final Entrance entrance;
    private final Traces traces;

    SignIn(Credentials credentials, Attempts attempts, Entrance entrance, Traces traces) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.entrance = entrance;
        this.traces = traces;
    }

    /**
     * What somebody typed, and from where.
     *
     * @param address of the network; counted in memory, kept nowhere
     */
    public record Attempt(String name, String password, Factor factor, String address, Device device) {
        /** Never what was typed. */
        @Override
        public String toString() {
            return "Attempt[hidden]";
        }
    }

    /** A new session; nothing where anything is wrong, or was tried too often. */
    public Optional<Sessions.Opened> attempt(Attempt attempt) {
        Optional<Account> account = credentials.volunteers().accountNamed(attempt.name());
        String lock = lock(attempt, account);
        // Both are counted and the password is tried in any case: what is skipped can be told by the clock.
        boolean mayTry = attempts.mayTry(lock) & attempts.mayTryFrom(attempt.address());
        boolean knows = credentials.isPassword(attempt.password(), account.orElse(null));
        if (!mayTry || !knows || account.isEmpty()) {
            log.info("A sign-in was refused: {}", mayTry ? "name or password" : "too many attempts");
            return Optional.empty();
        }
        Optional<Sessions.Opened> opened = entrance.open(account.get(), attempt.factor(), attempt.device());
        opened.ifPresentOrElse(
                session -> {
                    attempts.opened(lock);
                    attempts.welcomed(attempt.address());
                },
                () -> log.warn("A sign-in was refused: the password was right, the second factor was not"));
        return opened;
    }

    private String lock(Attempt attempt, Optional<Account> account) {
        String device = attempt.device().trace();
        boolean known = account.filter(one -> traces.has(one.volunteer().id(), device)).isPresent();
        return "name " + Names.key(attempt.name()) + (known ? " " + device : "");
    }
}
