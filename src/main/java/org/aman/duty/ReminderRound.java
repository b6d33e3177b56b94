package org.aman.duty;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aman.knowledge.Following;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What ends soon, for those who follow its topic or area: each revision once. */
@Component
final class ReminderRound implements Round {
    private final Following following;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final DutySettings settings;

    ReminderRound(
            Following following, Notices notices, TransactionTemplate transaction, DutySettings settings) {
        this.following = following;
        this.notices = notices;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public void look(List<Volunteer> linked) {
        Set<Volunteer.Id> ready = linked.stream()
                .filter(who -> who.may(Act.WRITE))
                .map(Volunteer::id)
                .collect(Collectors.toSet());
        if (ready.isEmpty()) {
            return;
        }
        following.due(settings.remindBefore()).stream()
                .filter(reminder -> ready.contains(reminder.who()))
                .forEach(this::owe);
    }

    private void owe(Following.Reminder reminder) {
        transaction.executeWithoutResult(status -> {
            if (following.reminded(reminder)) {
                notices.owe(
                        reminder.who(),
                        Notice.Kind.REMINDER,
                        reminder.update().id().value(),
                        reminder.update().revision());
            }
        });
    }
}
