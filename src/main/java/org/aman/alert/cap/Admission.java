package org.aman.alert.cap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aman.place.Place;

/** Whether a message of another service, signed as it should be, is news for us, and what it follows (A48). */
final class Admission {
    /** How far another service's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    /** What is older was either seen or is no news; what came in is remembered for longer. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private final Imports imports;
    private final Coverage coverage;
    private final Clock clock;

    Admission(Imports imports, Coverage coverage, Clock clock) {
        this.imports = imports;
        this.coverage = coverage;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param places ours that it warns
     * @param matter all that was taken before of what it follows, the first one first; empty for a first one
     */
    record Admitted(List<Place.Id> places, List<Import> matter) {}

    Admitted admit(CapAlert alert, ForeignFeed feed) throws Refused {
        forUs(alert, feed);
        inTime(alert);
        List<Import> matter = matter(alert);
        List<Place.Id> places = coverage.of(alert.infos().stream()
                .flatMap(info -> info.areas().stream())
                .toList());
        // A cancel concerns whom the first concerned, wherever it is drawn.
        refuse(places.isEmpty() && alert.type() != CapAlert.Type.CANCEL, Reason.NO_AREA, "area");
        return new Admitted(places, matter);
    }

    private static void forUs(CapAlert alert, ForeignFeed feed) throws Refused {
        refuse(!alert.name().sender().equals(feed.sender()), Reason.SENDER, "sender");
        refuse(alert.scope() != CapAlert.Scope.PUBLIC, Reason.SCOPE, "scope");
        refuse(
                alert.status() != CapAlert.Status.ACTUAL && alert.status() != CapAlert.Status.EXERCISE,
                Reason.STATUS,
                "status");
        refuse(
                alert.type() == CapAlert.Type.ACK || alert.type() == CapAlert.Type.ERROR,
                Reason.TYPE,
                "msgType");
        refuse(
                alert.references().stream().anyMatch(one -> !one.sender().equals(feed.sender())),
                Reason.FOREIGN_REFERENCE,
                "references");
    }

    private void inTime(CapAlert alert) throws Refused {
        Reference name = alert.name();
        Instant now = clock.instant();
        refuse(imports.taken(name.sender(), name.identifier()).isPresent(), Reason.REPLAYED, "identifier");
        refuse(name.sent().isAfter(now.plus(AHEAD)), Reason.FROM_THE_FUTURE, "sent");
        boolean over = Sketch.ends(alert).filter(end -> !end.isAfter(now)).isPresent();
        refuse(
                name.sent().isBefore(now.minus(OLDEST)) || (over && alert.type() != CapAlert.Type.CANCEL),
                Reason.ENDED,
                "info/expires");
        refuse(imports.isFollowed(name), Reason.OLDER, "sent");
    }

    private List<Import> matter(CapAlert alert) throws Refused {
        if (alert.type() == CapAlert.Type.ALERT) {
            return List.of();
        }
        Optional<Import> known = known(alert);
        if (known.isEmpty()) {
            refuse(alert.type() == CapAlert.Type.CANCEL, Reason.NOTHING_TO_CANCEL, "references");
            return List.of();
        }
        List<Import> matter = new ArrayList<>(imports.matter(known.get().matter()));
        refuse(
                matter.stream().anyMatch(one -> one.name() != null
                        && !one.name().sent().isBefore(alert.name().sent())),
                Reason.OLDER,
                "sent");
        refuse(
                known.get().exercise() != (alert.status() == CapAlert.Status.EXERCISE),
                Reason.OTHER_STATUS,
                "status");
        return matter;
    }

    private Optional<Import> known(CapAlert alert) {
        return alert.references().stream()
                .flatMap(one -> imports.taken(one.sender(), one.identifier()).stream())
                .findFirst();
    }

    private static void refuse(boolean wrong, Reason reason, String where) throws Refused {
        if (wrong) {
            throw new Refused(List.of(new Fault(where, reason)));
        }
    }
}
