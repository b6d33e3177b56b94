package org.aman.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.language.Language;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** The room put together over a fresh database, with a clock that tests move. */
final class StaffHouse {
    static final String PASSWORD = "seven small boats at sea";
    static final Device LAPTOP = new Device("computer", "laptop");

    final PinnedClock clock = new PinnedClock("2026-05-01T08:00:00Z");
    final RealTime time = new RealTime(clock);
    final Secrets secrets = new Secrets(new SecureRandom());
    final CountedHashes encoder = new CountedHashes();
    final TransactionTemplate transaction;
    final Journal journal;
    final Volunteers volunteers;
    final Credentials credentials;
    final Sessions sessions;
    final Invitations invitations;
    final Traces traces;
    final SignIn signIn;
    final Arrivals arrivals;
    final PeopleDesk desk;
    final OwnAccount account;
    final TelegramLinks telegram;
    final FirstAdmin firstAdmin;
    final WayBack wayBack;
    final Passkeys passkeys;
    private final DoorSettings settings =
            new DoorSettings("", Duration.ofMinutes(30), Duration.ofHours(12), 10, 50);

    StaffHouse(FreshDatabase database) {
        transaction = database.transaction();
        journal = new Journal(database.jdbc(), clock);
        volunteers = new Volunteers(database.jdbc(), time);
        traces = new Traces(database.jdbc(), time);
        RecoveryCodes codes = new RecoveryCodes(database.jdbc(), secrets);
        SecondFactors factors = new SecondFactors(volunteers, codes, database.seal(), secrets, time);
        Attempts attempts = new Attempts(settings, () -> clock.millis() * 1_000_000);
        passkeys = new Passkeys(database.jdbc(), time);
        PasskeyCheck check = new PasskeyCheck(
                passkeys, new Envelopes(database.seal()), time, settings, new StandardEnvironment());
        credentials = new Credentials(volunteers, new Passwords(encoder), factors, codes, check, attempts);
        sessions = new Sessions(database.jdbc(), secrets, settings, time, traces);
        invitations = new Invitations(database.jdbc(), secrets, time);
        Entrance entrance = new Entrance(credentials, sessions, journal, transaction);
        signIn = new SignIn(credentials, attempts, entrance, traces);
        arrivals = new Arrivals(credentials, invitations, entrance, journal, transaction);
        desk = new PeopleDesk(credentials, invitations, sessions, journal, transaction);
        account = new OwnAccount(credentials, sessions, entrance, journal, transaction);
        telegram = new TelegramLinks(
                database.jdbc(), transaction, database.seal(), secrets, new Witness(traces, journal, time), attempts);
        firstAdmin = new FirstAdmin(volunteers, invitations, journal, transaction);
        wayBack = new WayBack(volunteers, invitations, sessions, journal, transaction);
    }

    /** Somebody with an account. */
    record Member(Volunteer volunteer, String secret, List<String> codes) {
        Volunteer.Id id() {
            return volunteer.id();
        }
    }

    Member joins(String name, Role role) {
        String secret = credentials.propose();
        Volunteer volunteer =
                new Volunteer(new Volunteer.Id(name.replace(' ', '-')), name, role, Language.ENGLISH, true);
        return new Member(volunteer, secret, credentials.add(volunteer, credentials.hash(PASSWORD), secret));
    }

    String code(Member member) {
        return Totp.code(member.secret(), clock.instant().getEpochSecond() / 30);
    }

    Optional<Sessions.Opened> signsIn(String name, String password, String code) {
        return signsIn(name, password, code, "192.0.2.1", LAPTOP);
    }

    Optional<Sessions.Opened> signsIn(
            String name, String password, String code, String address, Device device) {
        return signIn.attempt(new SignIn.Attempt(name, password, new Factor.Code(code), address, device));
    }

    /** Signs in with everything right, half a minute later than whoever did before. */
    Sessions.Opened signsIn(Member member, Device device) {
        clock.passes(Duration.ofSeconds(30));
        return signsIn(member.volunteer().name(), PASSWORD, code(member), "192.0.2.1", device).orElseThrow();
    }

    List<String> acts() {
        return journal.before(Long.MAX_VALUE, 100).stream().map(Journal.Entry::act).toList();
    }
}
