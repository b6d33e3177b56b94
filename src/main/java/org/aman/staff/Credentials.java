package org.aman.staff;

import java.util.List;
import java.util.Optional;
import org.aman.staff.Volunteers.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lets people in: passwords, codes of an app, recovery codes. Guessing at one account's is slow. */
@Component
class Credentials {
    private final Volunteers volunteers;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final RecoveryCodes recoveryCodes;
    private final PasskeyCheck passkeys;
    private final Attempts attempts;

    Credentials(
            Volunteers volunteers,
            Passwords passwords,
            SecondFactors secondFactors,
            RecoveryCodes recoveryCodes,
            PasskeyCheck passkeys,
            Attempts attempts) {
        this.volunteers = volunteers;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.attempts = attempts;
    }

    Volunteers volunteers() {
        return volunteers;
    }

    /** Takes about as long for nobody as for somebody. Never call it within a transaction: it takes a while. */
    boolean isPassword(String password, @Nullable Account account) {
        String hash = account == null || account.password().isEmpty() ? null : account.password();
        return passwords.fits(password, hash);
    }

    /** The same for people who are in already, or hold a link: they too may not guess without end. */
    boolean confirms(String password, Account account) {
        String lock = "password " + account.volunteer().id();
        boolean mayTry = attempts.mayTry(lock);
        if (!isPassword(password, account) || !mayTry) {
            return false;
        }
        attempts.opened(lock);
        return true;
    }

    /** Uses up a code of the app or a recovery code. */
    boolean useCode(Account account, String code) {
        return use(account, new Factor.Code(code));
    }

    /** Uses up what was shown beside the password. */
    boolean use(Account account, Factor factor) {
        String lock = "code " + account.volunteer().id();
        if (!attempts.mayTry(lock) || !fits(account, factor)) {
            return false;
        }
        attempts.opened(lock);
        return true;
    }

    private boolean fits(Account account, Factor factor) {
        return switch (factor) {
            case Factor.Code(String typed) -> secondFactors.use(account, typed);
            case Factor.Passkey passkey -> passkeys.proves(account.volunteer().id(), passkey);
        };
    }

    String hash(String password) {
        return passwords.hash(password);
    }

    void password(Volunteer.Id id, String hash) {
        volunteers.password(id, hash);
    }

    /** A secret for an app that nobody uses yet. */
    String propose() {
        return secondFactors.propose();
    }

    /** Whether the app has taken the proposed secret. */
    boolean isTaken(String secret, String code) {
        return secondFactors.fits(secret, code);
    }

    /** An account with all it needs; the codes are shown once. */
    List<String> add(Volunteer volunteer, String passwordHash, String secret) {
        volunteers.add(volunteer, passwordHash, secondFactors.seal(secret));
        return recoveryCodes.renew(volunteer.id());
    }

    /** Another app; with new recovery codes, since the old ones stood in for the old app, and without the old passkeys. */
    List<String> secondFactor(Volunteer.Id id, String secret) {
        passkeys.passkeys().forget(id);
        volunteers.secondFactor(id, secondFactors.seal(secret));
        return recoveryCodes.renew(id);
    }

    List<String> recoveryCodes(Volunteer.Id id) {
        return recoveryCodes.renew(id);
    }

    int recoveryCodesLeft(Volunteer.Id id) {
        return recoveryCodes.left(id);
    }

    /** Nothing that once let them in stays behind. */
    void disable(Volunteer.Id id) {
        volunteers.disable(id);
        recoveryCodes.forget(id);
        passkeys.passkeys().forget(id);
    }

    /** As the database holds it now, where it may come in. */
    Optional<Account> active(Volunteer.Id id) {
        return volunteers.account(id).filter(account -> account.volunteer().active());
    }
}
