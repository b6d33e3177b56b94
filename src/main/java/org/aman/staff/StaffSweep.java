package org.aman.staff;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps out, hour by hour, what the staff's doors no longer need. */
@Component
class StaffSweep {
    private final Sessions sessions;
    private final Traces traces;
    private final Invitations invitations;
    private final TelegramLinks telegramLinks;
    private final Passkeys passkeys;

    StaffSweep(
            Sessions sessions,
            Traces traces,
            Invitations invitations,
            TelegramLinks telegramLinks,
            Passkeys passkeys) {
        this.sessions = sessions;
        this.traces = traces;
        this.invitations = invitations;
        this.telegramLinks = telegramLinks;
        this.passkeys = passkeys;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        sessions.sweep();
        traces.sweep();
        invitations.sweep();
        telegramLinks.sweep();
        passkeys.sweep();
    }
}
