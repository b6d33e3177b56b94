package org.aman.duty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aman.alert.AlertNews;
import org.aman.message.Chat;
import org.aman.message.Messenger;
import org.aman.message.Outcome;
import org.aman.message.Reply;
import org.aman.message.Vigil;
import org.aman.message.Watched;
import org.aman.staff.TelegramLinks;
import org.aman.staff.Volunteer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people on duty what they should hear of, one notice at a time; a notice is remembered once it was said. */
@Component
final class Herald implements SmartLifecycle, Watched {
    private static final Logger log = LoggerFactory.getLogger(Herald.class);

    private static final int MOST_AT_A_TIME = 16;
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Rounds rounds;
    private final Notices notices;
    private final Announcer announcer;
    private final TelegramLinks links;
    private final ObjectProvider<Messenger> messenger;

    private final Vigil vigil = new Vigil();

    Herald(
            Rounds rounds,
            Notices notices,
            Announcer announcer,
            TelegramLinks links,
            ObjectProvider<Messenger> messenger) {
        this.rounds = rounds;
        this.notices = notices;
        this.announcer = announcer;
        this.links = links;
        this.messenger = messenger;
    }

    /** Only when all else stands, and where there is a channel to speak on. */
    @EventListener
    void onReady(ApplicationReadyEvent ready) {
        if (messenger.getIfAvailable() != null) {
            start();
        }
    }

    @EventListener
    void onNews(AlertNews news) {
        rounds.soon();
        vigil.ring();
    }

    /** This replica's name, the same after a restart. */
    private static String holder() {
        return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("one");
    }

    private void work() {
        boolean resumed = false;
        while (vigil.lasts()) {
            try {
                if (!resumed) {
                    notices.resume(holder());
                    resumed = true;
                }
                rounds.look();
                if (sayDue() == 0) {
                    vigil.listen(LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // This thread must outlive every failure of the database, or nobody on duty would be told any more.
                log.error("Notices cannot be read ({}); trying again", e.getClass().getSimpleName());
                vigil.rest(LOOK);
            }
        }
    }

    /** Says what is due; how much that was. */
    int sayDue() {
        List<Notice> due = notices.take(MOST_AT_A_TIME, holder());
        due.forEach(this::say);
        return due.size();
    }

    private void say(Notice notice) {
        Optional<Volunteer> who = links.linked(notice.who());
        Optional<Chat> chat = links.chatOf(notice.who()).map(Chat::of);
        Optional<Reply> reply = who.flatMap(one -> announcer.words(one, notice));
        if (chat.isEmpty() || reply.isEmpty()) {
            notices.done(notice);
            return;
        }
        Messenger.Lane lane = notice.kind().canWait() ? Messenger.Lane.BULK : Messenger.Lane.URGENT;
        switch (messenger.getObject().send(chat.get(), reply.get(), lane)) {
            case Outcome.Delivered delivered -> notices.done(notice);
            case Outcome.TryAgain(Duration after) -> notices.later(notice, after);
            case Outcome.Unreachable unreachable -> who.ifPresent(links::unlink);
            case Outcome.Rejected(String reason) -> {
                log.warn("A notice will not be taken: {}", reason);
                notices.done(notice);
            }
        }
    }

    @Override
    public void start() {
        vigil.begin();
        vigil.keep("herald", this::work);
    }

    @Override
    public void stop() {
        vigil.end();
    }

    @Override
    public Vigil vigil() {
        return vigil;
    }

    @Override
    public boolean isRunning() {
        return vigil.lasts();
    }

    /** It is started when the whole service is ready. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
