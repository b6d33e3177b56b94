package org.aman.staff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.aman.database.Identifiers;
import org.aman.language.Language;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who has just joined the staff of a running house, with what lets them in. */
public final class Newcomer {
    public static final String PASSWORD = "seven small boats at sea";

    private final BeanFactory house;
    private final Volunteer volunteer;
    private final String secret;
    private final List<String> recoveryCodes;

    private Newcomer(BeanFactory house, Volunteer volunteer, String secret, List<String> recoveryCodes) {
        this.house = house;
        this.volunteer = volunteer;
        this.secret = secret;
        this.recoveryCodes = recoveryCodes;
    }

    /** Joins under a name of its own. */
    public static Newcomer in(BeanFactory house, Role role, Language language) {
        Credentials credentials = house.getBean(Credentials.class);
        Volunteer.Id id = new Volunteer.Id(house.getBean(Identifiers.class).next());
        Volunteer volunteer = new Volunteer(id, "Canary " + id, role, language, true);
        String secret = credentials.propose();
        return new Newcomer(
                house, volunteer, secret, credentials.add(volunteer, credentials.hash(PASSWORD), secret));
    }

    public Volunteer volunteer() {
        return volunteer;
    }

    public String secret() {
        return secret;
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** What the app shows at this time. */
    public String code(Instant at) {
        return Totp.code(secret, Math.floorDiv(at.getEpochSecond(), 30));
    }

    /** What the app shows now. */
    public String code() {
        return code(house.getBean(RealTime.class).instant());
    }

    /** What an app with this secret shows now. */
    public static String code(BeanFactory house, String secret) {
        return Totp.code(secret, house.getBean(RealTime.class).instant().getEpochSecond() / 30);
    }

    /** Signs in at this device without the page; gives the session's secret. */
    public String session(Device device) {
        return Objects.requireNonNull(house.getBean(TransactionTemplate.class)
                        .execute(status -> house.getBean(Entrance.class).open(volunteer, device)))
                .secret();
    }
}
