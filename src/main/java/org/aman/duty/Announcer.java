package org.aman.duty;

import java.time.Instant;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.Suggestion;
import org.aman.knowledge.Draft;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Puts notices into words when their turn has come; what is no longer so is not said. */
@Component
final class Announcer {
    private final ReviewTalk reviews;
    private final ReminderTalk reminders;
    private final AlertTalk alerts;
    private final AlertReports reports;
    private final Warnings warnings;

    Announcer(
            ReviewTalk reviews, ReminderTalk reminders, AlertTalk alerts, AlertReports reports, Warnings warnings) {
        this.reviews = reviews;
        this.reminders = reminders;
        this.alerts = alerts;
        this.reports = reports;
        this.warnings = warnings;
    }

    /** What stops the service, and what other services warn of. */
    @Component
    record Warnings(Brakes brakes, CameIn cameIn) {}

    /** Empty where there is nothing to say any more. */
    Optional<Reply> words(Volunteer who, Notice notice) {
        String subject = notice.subject();
        return switch (notice.kind()) {
            case REVIEW -> reviews.show(who, new Draft.Id(subject), notice.revision());
            case GOES_LIVE -> reviews.showGoesLive(who, new Draft.Id(subject), notice.revision());
            case GIVEN_BACK -> reviews.showGivenBack(who, new Draft.Id(subject), notice.revision());
            case REMINDER -> reminders.show(who, subject, (int) notice.revision());
            case ALERT_PROPOSED -> alerts.show(who, number(subject), (int) notice.revision());
            case ALERT_APPROVED -> reports.approved(who, number(subject));
            case ALERT_OVERRIDDEN -> reports.overridden(who, number(subject));
            case ALERT_ENDED -> reports.ended(who, number(subject));
            case ALERT_PAUSED -> reports.paused(who, number(subject));
            case CAME_IN -> warnings.cameIn().words(who, new Suggestion.Id(subject));
            case ALERTS_FROZEN -> warnings.brakes().sendingFrozen(who, Instant.ofEpochMilli(notice.revision()));
            case PUBLISHING_FROZEN -> warnings.brakes().publishingFrozen(who, Instant.ofEpochMilli(notice.revision()));
        };
    }

    private static Alert.Number number(String subject) {
        return new Alert.Number(Integer.parseInt(subject));
    }
}
