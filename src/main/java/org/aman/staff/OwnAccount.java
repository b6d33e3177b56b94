package org.aman.staff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aman.language.Language;
import org.aman.staff.Volunteers.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where people change their own account. What lets them in changes only with the password and a code. */
@Component
public class OwnAccount {
    private final Credentials credentials;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Journal journal;
    private final TransactionTemplate transaction;

    OwnAccount(
            Credentials credentials,
            Sessions sessions,
            Entrance entrance,
            Journal journal,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.entrance = entrance;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * The proof that it is them, and a new password or a new secret.
     *
     * @param password the one they have
     * @param code of the app they have, or a recovery code
     */
    public record Proof(String password, String code) {
        /** Never the proof. */
        @Override
        public String toString() {
            return "Proof[hidden]";
        }
    }

    /** What was wrong. */
    public enum Fault {
        WRONG_PROOF,
        WEAK_PASSWORD,
        WRONG_NEW_CODE,
        WRONG_PASSKEY
    }

    /**
     * How it went.
     *
     * @param fault null where it was done
     * @param session the one that goes on, where all others ended
     */
    public record Result(
            @Nullable Fault fault,
            Sessions.@Nullable Opened session,
            List<String> recoveryCodes) {
        static Result of(Fault fault) {
            return new Result(fault, null, List.of());
        }

        /** Never the codes. */
        @Override
        public String toString() {
            return "Result[" + fault + "]";
        }
    }

    /** Another password; all sessions end but the new one. */
    public Result password(Volunteer who, Proof proof, String password, Device device) {
        if (!Passwords.isGood(password, who.name())) {
            return Result.of(Fault.WEAK_PASSWORD);
        }
        return proven(who, proof, credentials.hash(password), (account, hash) -> {
            credentials.password(who.id(), hash);
            journal.note(who.id().value(), "password-changed", who.id().value(), "");
            return new Result(null, entrance.openAlone(account.volunteer(), device), List.of());
        });
    }

    /** Another app; all sessions end but the new one. */
    public Result secondFactor(Volunteer who, Proof proof, String secret, String newCode, Device device) {
        if (!credentials.isTaken(secret, newCode)) {
            return Result.of(Fault.WRONG_NEW_CODE);
        }
        return proven(who, proof, secret, (account, taken) -> {
            List<String> codes = credentials.secondFactor(who.id(), taken);
            journal.note(who.id().value(), "second-factor-changed", who.id().value(), "");
            return new Result(null, entrance.openAlone(account.volunteer(), device), codes);
        });
    }

    /** New recovery codes. */
    public Result recoveryCodes(Volunteer who, Proof proof) {
        return proven(who, proof, "", (account, nothing) -> {
            journal.note(who.id().value(), "recovery-codes-renewed", who.id().value(), "");
            return new Result(null, null, credentials.recoveryCodes(who.id()));
        });
    }

    /** How many are left. */
    public int recoveryCodesLeft(Volunteer who) {
        return credentials.recoveryCodesLeft(who.id());
    }

    /** A second factor that nobody uses yet, to be shown and sent back. */
    public String propose() {
        return credentials.propose();
    }

    /** What a QR code carries so that an app takes the secret. */
    public static String address(String secret, String name) {
        return Totp.address(secret, name);
    }

    public void language(Volunteer who, Language language) {
        transaction.executeWithoutResult(status -> {
            credentials.volunteers().language(who.id(), language);
            journal.note(who.id().value(), "language-chosen", who.id().value(), language.code());
        });
    }

    /** Ends one session of their own; another's is not touched. */
    public boolean end(Volunteer who, String session) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean ended = sessions.end(who.id(), session);
            if (ended) {
                journal.note(who.id().value(), "session-ended", session, "");
            }
            return ended;
        }));
    }

    public void endAll(Volunteer who) {
        transaction.executeWithoutResult(status -> {
            int ended = sessions.endAll(who.id());
            journal.note(who.id().value(), "sessions-ended", who.id().value(), Integer.toString(ended));
        });
    }

    /** Within the same proof: another deed, with its entry in the journal. */
    Result proven(Volunteer who, Proof proof, String act, BooleanSupplier deed) {
        return proven(who, proof, "", (account, nothing) -> {
            if (!deed.getAsBoolean()) {
                return Result.of(Fault.WRONG_PASSKEY);
            }
            journal.note(who.id().value(), act, who.id().value(), "");
            return new Result(null, null, List.of());
        });
    }

    private interface Change {
        Result of(Account account, String what);
    }

    private Result proven(Volunteer who, Proof proof, String what, Change change) {
        Optional<Account> known = credentials.active(who.id());
        if (known.isEmpty() || !credentials.confirms(proof.password(), known.get())) {
            return Result.of(Fault.WRONG_PROOF);
        }
        return Objects.requireNonNull(transaction.execute(status -> credentials
                .active(who.id())
                .filter(account -> account.password().equals(known.get().password()))
                .filter(account -> credentials.useCode(account, proof.code()))
                .map(account -> change.of(account, what))
                .orElseGet(() -> Result.of(Fault.WRONG_PROOF))));
    }
}
