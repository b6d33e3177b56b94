package org.aman.staff;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where people add passkeys to their own account and take them away, each with the password and a code. */
@Component
public class OwnPasskeys {
    private static final int LONGEST_LABEL = 40;
    private static final int MOST = 10;

    private final PasskeyCheck check;
    private final OwnAccount account;

    OwnPasskeys(PasskeyCheck check, OwnAccount account) {
        this.check = check;
        this.account = account;
    }

    /** One of theirs. */
    public record Passkey(String id, String label, Instant since, Instant used) {}

    /**
     * What a browser is asked.
     *
     * @param options in JSON, as browsers take them
     * @param challenge to be sent back with the answer
     */
    public record Asked(String options, String challenge) {}

    public List<Passkey> all(Volunteer who) {
        return check.passkeys().findByUserId(Passkeys.handle(who.id())).stream()
                .map(one -> new Passkey(
                        one.getCredentialId().toBase64UrlString(), one.getLabel(), one.getCreated(), one.getLastUsed()))
                .toList();
    }

    /** For somebody who is not in yet; says nothing about anybody. */
    public Asked askToSignIn() {
        PasskeyCheck.Asked asked = check.toSignIn();
        return new Asked(asked.options(), asked.challenge());
    }

    public Asked askToAdd(Volunteer who) {
        PasskeyCheck.Asked asked = check.toAdd(who);
        return new Asked(asked.options(), asked.challenge());
    }

    public OwnAccount.Result add(Volunteer who, OwnAccount.Proof proof, Factor.Passkey made, String label) {
        String named = label.strip().isEmpty() ? "Passkey" : label.strip();
        String cut = named.length() > LONGEST_LABEL ? named.substring(0, LONGEST_LABEL) : named;
        return account.proven(who, proof, "passkey-added", () -> all(who).size() < MOST && check.add(who, made, cut));
    }

    public OwnAccount.Result remove(Volunteer who, OwnAccount.Proof proof, String id) {
        return account.proven(who, proof, "passkey-removed", () -> check.passkeys().remove(who.id(), id));
    }
}
