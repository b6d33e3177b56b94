package org.aman.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.aman.alert.Office.Objection;
import org.aman.knowledge.Finding;
import org.aman.language.Language;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;

/**
 * The one door through which alerts go out: proposed by one person, approved by another who saw exactly what goes out.
 * A refusal changes nothing and says what to do.
 */
public final class AlertDesk {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Alerts alerts;
    private final Owing owing;
    private final Wording wording;
    private final AlertWriter writer;
    private final Office office;

    AlertDesk(Alerts alerts, Owing owing, Wording wording, AlertWriter writer, Office office) {
        this.alerts = alerts;
        this.owing = owing;
        this.wording = wording;
        this.writer = writer;
        this.office = office;
    }

    /** Everything that is wrong with a draft, and what is worth a thought. */
    public List<Finding> findings(Draft draft) {
        List<Finding> findings = new ArrayList<>(wording.findings(draft));
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.addAll(owing.findings(wording.alert(draft, new Alert.Number(0), 1)));
        }
        return List.copyOf(findings);
    }

    /** How many a draft without errors would reach, and how long that takes. */
    public Estimate estimate(Draft draft) {
        return owing.estimate(wording.alert(draft, new Alert.Number(0), 1));
    }

    /** How many this alert would reach, and how long that takes. */
    public Estimate estimate(Alert alert) {
        return owing.estimate(alert);
    }

    /** A draft without errors as a telephone would show it; the number is given when it is proposed. */
    public Reply preview(Draft draft, Language language) {
        Alert.Number number = draft.replaces() == null ? new Alert.Number(0) : draft.replaces();
        return writer.said(wording.alert(draft, number, 1)).reply(language);
    }

    /** Puts an alert, or a correction in place, before a second person. */
    public Ruling propose(Draft draft, Volunteer by) {
        return propose(draft, by, number -> {});
    }

    /** @param also what else is done with the number that was given, or nothing of it all */
    Ruling propose(Draft draft, Volunteer by, Consumer<Alert.Number> also) {
        return office.decide(AlertNews.What.PROPOSED, by, () -> {
            office.mayDo(by, Act.PROPOSE_ALERT);
            refuseErrors(wording.findings(draft));
            Alert alert = numbered(draft);
            checkFollow(alert);
            Said said = writer.said(alert);
            alerts.propose(alert, said, hash(alert, said), by.id(), false);
            also.accept(alert.number());
            office.note(by.id(), "alert-proposed", alert.number(), "revision " + alert.revision());
            return filed(alert);
        });
    }

    private Alert numbered(Draft draft) {
        Alert.Number replaced = draft.replaces();
        if (replaced == null) {
            return wording.alert(draft, alerts.next(), 1);
        }
        Filed standing = alerts.filed(replaced).orElseThrow(() -> new Objection("gone"));
        if (!standing.standsAt(office.clock().instant())) {
            throw new Objection("over");
        }
        int revision = standing.alert().revision() + 1;
        if (alerts.proposal(replaced, revision).isPresent()) {
            throw new Objection("correction-waits");
        }
        Alert corrected = wording.alert(draft, replaced, revision);
        if (!corrected.areas().equals(standing.alert().areas())
                || corrected.kind() != standing.alert().kind()
                || !java.util.Objects.equals(corrected.follow(), standing.alert().follow())) {
            throw new Objection("correction-only-words");
        }
        return corrected;
    }

    private void checkFollow(Alert alert) {
        Follow follow = alert.follow();
        if (follow == null || alert.revision() > 1) {
            return;
        }
        Filed first = alerts.told(follow.first()).orElseThrow(() -> new Objection("first-unknown"));
        if (first.alert().follow() != null) {
            throw new Objection("follow-the-first", Map.of("number", first.alert().follow().first().toString()));
        }
        if (!first.alert().areas().equals(alert.areas())) {
            throw new Objection("same-areas");
        }
    }

    /** Drops a proposal; its author and whoever may approve can do so. */
    public Ruling discard(Alert.Number number, int revision, Volunteer by) {
        return office.decide(AlertNews.What.CHANGED, by, () -> {
            Filed proposal = alerts.proposal(number, revision).orElseThrow(() -> new Objection("decided"));
            if (!(by.active() && office.same(proposal.proposedBy(), by.id()))) {
                office.mayDo(by, Act.APPROVE_ALERT);
            }
            if (revision > 1) {
                alerts.dropRevision(number, revision);
            } else if (!alerts.move(number, AlertState.PROPOSED, AlertState.DISCARDED)) {
                throw new Objection("decided");
            }
            office.note(by.id(), "alert-discarded", number, "revision " + revision);
            return proposal;
        });
    }

    /**
     * What a second person confirms.
     *
     * @param hash of what they saw
     * @param areaName the name of the area, as they typed it
     * @param overCap why one more alert for this area today; empty where there is no need
     */
    public record Approval(Alert.Number number, int revision, String hash, String areaName, String overCap) {}

    /** Sends what was seen, to whom it was meant; by another person than its author. */
    public Ruling approve(Approval approval, Volunteer by) {
        return office.decide(AlertNews.What.APPROVED, by, () -> {
            office.mayDo(by, Act.APPROVE_ALERT);
            Filed proposal = alerts.proposal(approval.number(), approval.revision())
                    .orElseThrow(() -> new Objection("decided"));
            if (office.same(proposal.proposedBy(), by.id())) {
                throw new Objection("own");
            }
            checkClocks();
            checkPlaces(proposal.alert().areas());
            checkSeen(proposal, approval);
            checkStill(proposal.alert());
            checkCap(proposal.alert(), approval.overCap(), by);
            send(proposal.alert(), by, "alert-approved", "hash " + proposal.hash());
            return filed(proposal.alert());
        });
    }

    private void checkClocks() {
        if (owing.clocksDisagree()) {
            throw new Objection("clocks-disagree");
        }
    }

    /** A place that left the list since would take its people out of the alert without a word. */
    private void checkPlaces(Areas areas) {
        owing.unknown(areas).ifPresent(place -> {
            throw new Objection("place-unknown", Map.of("place", place.value()));
        });
    }

    /** What goes out is what was approved: words, places and end all stand behind the hash. */
    private void checkSeen(Filed proposal, Approval approval) {
        Alert alert = proposal.alert();
        String now = hash(alert, proposal.said());
        if (!proposal.hash().equals(now)) {
            throw new Objection("changed");
        }
        if (!now.equals(approval.hash())) {
            throw new Objection("not-what-was-seen");
        }
        if (!owing.names(alert.areas(), approval.areaName())) {
            throw new Objection(
                    "area-name",
                    Map.of("places", writer.places(alert.areas(), Language.ENGLISH)
                            + " / " + writer.places(alert.areas(), Language.ARABIC)));
        }
    }

    private void checkStill(Alert alert) {
        if (alert.isOverAt(office.clock().instant())) {
            throw new Objection("end-past");
        }
        checkFollow(alert);
    }

    private void checkCap(Alert alert, String reason, Volunteer by) {
        if (alert.follow() != null || alert.revision() > 1 || alert.kind() == Alert.Kind.EXERCISE) {
            return;
        }
        Instant since = office.clock().instant().minus(DAY);
        int before = alerts.countSince(since, within(alert.areas()));
        if (before < owing.settings().dailyCap()) {
            return;
        }
        if (reason.isBlank()) {
            throw new Objection("over-cap", Map.of("n", before));
        }
        office.note(by.id(), "alert-over-daily-cap", alert.number(), reason.strip());
    }

    private Set<String> within(Areas areas) {
        return owing.targets(areas).entrySet().stream()
                .filter(target -> target.getValue() < Targets.LAST_RANK)
                .map(target -> target.getKey().value())
                .collect(Collectors.toSet());
    }

    private void send(Alert alert, Volunteer by, String act, String detail) {
        if (!alerts.approve(alert, by.id())) {
            throw new Objection("decided");
        }
        Follow follow = alert.follow();
        if (alert.revision() == 1 && follow != null) {
            endFirst(follow, alert.number());
        }
        int people = owing.owe(alert);
        // What ends an earlier alert ends it even where nobody has got that one yet.
        if (people == 0 && follow == null) {
            throw new Objection("nobody");
        }
        String told = Estimate.said(people) + " people";
        office.note(by.id(), act, alert.number(), "revision " + alert.revision() + ", " + told + ", " + detail);
    }

    /** From now on nothing of the first, nor of what followed it, goes out any more. */
    private void endFirst(Follow follow, Alert.Number own) {
        AlertState end = switch (follow.way()) {
            case UPDATE -> AlertState.REPLACED;
            case CANCEL -> AlertState.CANCELLED;
            case ALL_CLEAR -> AlertState.CLEARED;
        };
        List<Filed> chain = new ArrayList<>(alerts.followers(follow.first()));
        Filed first = alerts.filed(follow.first()).orElseThrow(() -> new Objection("first-unknown"));
        boolean closed = chain.stream()
                .map(Filed::alert)
                .filter(later -> !later.number().equals(own))
                .anyMatch(later -> later.follow() != null && later.follow().way() != Follow.Way.UPDATE);
        if (closed || follow.way() == Follow.Way.UPDATE && first.alert().isOverAt(office.clock().instant())) {
            throw new Objection("first-over");
        }
        chain.removeIf(later -> later.alert().number().equals(own));
        chain.add(first);
        chain.forEach(earlier -> end(earlier, end));
    }

    /** What somebody paused, stopped or ended since it was read is not passed over: whoever approves looks again. */
    private void end(Filed earlier, AlertState end) {
        AlertState read = earlier.state();
        if (read.canBecome(end) && !alerts.move(earlier.alert().number(), read, end)) {
            throw new Objection("decided");
        }
    }

    /**
     * Sends a short alert alone, where the installation allows it and life does not allow to wait. All staff hear of it
     * at once.
     *
     * @param areaName the name of the area, as they typed it
     */
    public Ruling override(Draft draft, String areaName, Volunteer by) {
        return office.decide(AlertNews.What.OVERRIDDEN, by, () -> {
            office.mayDo(by, Act.APPROVE_ALERT);
            if (!owing.settings().override()) {
                throw new Objection("no-override");
            }
            checkClocks();
            if (draft.follow() != null || draft.replaces() != null) {
                throw new Objection("override-only-new");
            }
            refuseErrors(wording.emergencyFindings(draft));
            Instant since = office.clock().instant().minus(HOUR);
            Alert alert = wording.alert(draft, alerts.next(), 1);
            if (alerts.overridesSince(since) >= owing.settings().overridesPerHour()) {
                throw new Objection("override-cap", Map.of("n", owing.settings().overridesPerHour()));
            }
            if (!owing.names(alert.areas(), areaName)) {
                throw new Objection(
                        "area-name",
                        Map.of("places", writer.places(alert.areas(), Language.ENGLISH)
                                + " / " + writer.places(alert.areas(), Language.ARABIC)));
            }
            Said said = writer.emergency(alert);
            alerts.propose(alert, said, hash(alert, said), by.id(), true);
            send(alert, by, "alert-sent-alone", "emergency override");
            return filed(alert);
        });
    }

    private static void refuseErrors(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new Objection(findings);
        }
    }

    private String hash(Alert alert, Said said) {
        return Fingerprint.of(alert, said, owing.targets(alert.areas()));
    }

    private Filed filed(Alert alert) {
        return alerts.proposal(alert.number(), alert.revision())
                .or(() -> alerts.filed(alert.number()))
                .orElseThrow(() -> new IllegalStateException("Alert " + alert.number() + " is gone"));
    }

    /** Everything that is wrong with a draft that one person would send alone. */
    public List<Finding> findingsAlone(Draft draft) {
        return wording.emergencyFindings(draft);
    }

    /** What a draft sent alone would look like. */
    public Reply previewAlone(Draft draft, Language language) {
        return writer.emergency(wording.alert(draft, new Alert.Number(0), 1)).reply(language);
    }

    /** Whether this installation lets one person send a short alert alone. */
    public boolean allowsOverride() {
        return owing.settings().override();
    }

    /** The places an alert for these areas concerns. */
    public Set<Place.Id> concerned(Areas areas) {
        return owing.targets(areas).keySet();
    }
}
