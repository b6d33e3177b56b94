package org.aman.staff;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aman.staff.Volunteers.Account;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in those who hold a link. A link replaces one thing only: a new password asks for the second factor, a new second
 * factor for the password; both at once are given only at the machine ({@link WayBack}). All sessions of the account end
 * with it.
 */
@Component
public class Arrivals {
    private final Credentials credentials;
    private final Invitations invitations;
    private final Entrance entrance;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Arrivals(
            Credentials credentials,
            Invitations invitations,
            Entrance entrance,
            Journal journal,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.invitations = invitations;
        this.entrance = entrance;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** What can be wrong; each is said beside its field. */
    public enum Fault {
        LINK_GONE,
        BAD_NAME,
        NAME_TAKEN,
        WEAK_PASSWORD,
        WRONG_PASSWORD,
        WRONG_CODE
    }

    /**
     * What was typed.
     *
     * @param name for the first admin only
     * @param password a new one, or, for a new second factor, the one they have
     * @param secret the second factor that was proposed; empty for a new password
     * @param code of the app
     */
    public record Filled(String name, String password, String secret, String code) {
        /** Never what was typed. */
        @Override
        public String toString() {
            return "Filled[hidden]";
        }
    }

    /** How it went. */
    public sealed interface Result {}

    /** @param recoveryCodes to be shown once; empty where they stay as they are */
    public record Arrived(Volunteer volunteer, Sessions.Opened session, List<String> recoveryCodes) implements Result {
        /** Never the codes. */
        @Override
        public String toString() {
            return "Arrived[" + volunteer.id() + "]";
        }
    }

    /** Nothing was changed, and the link still works. */
    public record Refused(Set<Fault> faults) implements Result {}

    public Result arrive(Invitation invitation, Filled filled, Device device) {
        return switch (invitation.kind()) {
            case FIRST_ADMIN -> join(invitation, filled.name(), filled, device);
            case NEW_ACCOUNT -> join(invitation, invitation.name(), filled, device);
            case NEW_PASSWORD -> newPassword(invitation, filled, device);
            case NEW_SECOND_FACTOR -> newSecondFactor(invitation, filled, device);
            case BOTH_ANEW -> bothAnew(invitation, filled, device);
        };
    }

    private Result join(Invitation invitation, String name, Filled filled, Device device) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        add(faults, Fault.BAD_NAME, !Names.isGood(name));
        add(faults, Fault.WEAK_PASSWORD, !Passwords.isGood(filled.password(), name));
        add(faults, Fault.WRONG_CODE, !credentials.isTaken(filled.secret(), filled.code()));
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        String hash = credentials.hash(filled.password());
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!invitations.use(invitation.id())) {
                return new Refused(Set.of(Fault.LINK_GONE));
            }
            if (credentials.volunteers().isTaken(name)) {
                status.setRollbackOnly();
                return new Refused(Set.of(Fault.NAME_TAKEN));
            }
            Volunteer.Id id = new Volunteer.Id(invitations.id());
            Volunteer.Person own = new Volunteer.Person(id.value());
            Volunteer joined = new Volunteer(
                    id,
                    name,
                    invitation.role(),
                    invitation.language(),
                    true,
                    Objects.requireNonNullElse(invitation.person(), own));
            journal.note(id.value(), "joined", invitation.id(), invitation.role().name());
            List<String> codes = credentials.add(joined, hash, filled.secret());
            return new Arrived(joined, entrance.open(joined, device), codes);
        }));
    }

    private Result newPassword(Invitation invitation, Filled filled, Device device) {
        if (!Passwords.isGood(filled.password(), invitation.name())) {
            return new Refused(Set.of(Fault.WEAK_PASSWORD));
        }
        String hash = credentials.hash(filled.password());
        return changed(invitation, device, "password-renewed", account -> {
            if (!credentials.useCode(account, filled.code())) {
                return Optional.empty();
            }
            credentials.password(account.volunteer().id(), hash);
            return Optional.of(List.of());
        });
    }

    private Result newSecondFactor(Invitation invitation, Filled filled, Device device) {
        Optional<Account> known = Optional.ofNullable(invitation.volunteer()).flatMap(credentials::active);
        if (known.isEmpty()) {
            return new Refused(Set.of(Fault.LINK_GONE));
        }
        if (!credentials.confirms(filled.password(), known.get())) {
            return new Refused(Set.of(Fault.WRONG_PASSWORD));
        }
        return changed(
                invitation,
                device,
                "second-factor-renewed",
                account -> credentials.isTaken(filled.secret(), filled.code())
                                && account.password().equals(known.get().password())
                        ? Optional.of(credentials.secondFactor(account.volunteer().id(), filled.secret()))
                        : Optional.empty());
    }

    private Result bothAnew(Invitation invitation, Filled filled, Device device) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        add(faults, Fault.WEAK_PASSWORD, !Passwords.isGood(filled.password(), invitation.name()));
        add(faults, Fault.WRONG_CODE, !credentials.isTaken(filled.secret(), filled.code()));
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        String hash = credentials.hash(filled.password());
        return changed(invitation, device, "both-renewed", account -> {
            credentials.password(account.volunteer().id(), hash);
            return Optional.of(credentials.secondFactor(account.volunteer().id(), filled.secret()));
        });
    }

    /** Changes something of an account; empty where the code was wrong. */
    private interface Change {
        Optional<List<String>> of(Account account);
    }

    private Result changed(Invitation invitation, Device device, String act, Change change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Account> account = Optional.ofNullable(invitation.volunteer()).flatMap(credentials::active);
            if (account.isEmpty() || !invitations.use(invitation.id())) {
                return new Refused(Set.of(Fault.LINK_GONE));
            }
            Optional<List<String>> codes = change.of(account.get());
            if (codes.isEmpty()) {
                status.setRollbackOnly();
                return new Refused(Set.of(Fault.WRONG_CODE));
            }
            Volunteer volunteer = account.get().volunteer();
            journal.note(volunteer.id().value(), act, volunteer.id().value(), "");
            return new Arrived(volunteer, entrance.openAlone(volunteer, device), codes.get());
        }));
    }

    private static void add(Set<Fault> faults, Fault fault, boolean isWrong) {
        if (isWrong) {
            faults.add(fault);
        }
    }
}
