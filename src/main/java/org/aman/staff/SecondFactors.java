package org.aman.staff;

import java.util.OptionalLong;
import org.aman.database.Seal;
import org.springframework.stereotype.Component;

/** Checks codes of the second factor, each of which works once. */
@Component
class SecondFactors {
    private static final String PURPOSE = "second factor";

    private final Volunteers volunteers;
    private final RecoveryCodes recoveryCodes;
    private final Seal seal;
    private final Secrets secrets;
    private final RealTime time;

    SecondFactors(Volunteers volunteers, RecoveryCodes recoveryCodes, Seal seal, Secrets secrets, RealTime time) {
        this.volunteers = volunteers;
        this.recoveryCodes = recoveryCodes;
        this.seal = seal;
        this.secrets = secrets;
        this.time = time;
    }

    /** A secret for an app that nobody uses yet. */
    String propose() {
        return Totp.secret(secrets);
    }

    /** Whether this code belongs to a secret that nobody uses yet: the app has taken it. */
    boolean fits(String secret, String code) {
        return Totp.step(secret, code, time.instant()).isPresent();
    }

    /** A secret as it is kept. */
    String seal(String secret) {
        return seal.closeContent(PURPOSE, secret);
    }

    /** Uses up a code of the app, or a recovery code. */
    boolean use(Volunteers.Account account, String code) {
        if (account.totp().isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(seal.openContent(PURPOSE, account.totp()), code, time.instant());
        return step.isPresent()
                ? volunteers.useStep(account.volunteer().id(), step.getAsLong())
                : recoveryCodes.use(account.volunteer().id(), code);
    }
}
