package org.aman.knowledge;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aman.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door through which updates change: each change is one transaction over the update, its history and the count
 * of revisions, and is announced as an {@link Updates.Change} once it is certain.
 */
@Component
public class UpdateDesk {
    private final Updates updates;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    UpdateDesk(
            Updates updates, TransactionTemplate transactions, ApplicationEventPublisher announcements, Clock clock) {
        this.updates = updates;
        this.transactions = transactions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * An update as it came from a file.
     *
     * @param hash of the file's content
     */
    record Filed(Update update, String file, String hash) {}

    /** Publishes what files say, all of it or nothing. */
    void publish(Collection<Filed> filed, String by) {
        if (filed.isEmpty()) {
            return;
        }
        announce(transactions.execute(status -> {
            Set<Update.Id> touched = new LinkedHashSet<>();
            for (Filed one : filed) {
                touched.addAll(keep(one.update(), Updates.State.PUBLISHED, one.hash(), one.file(), by));
            }
            return updates.changeOf(touched, updates.countUp());
        }));
    }

    /**
     * Adds a way people ask this, as a new revision, so that it is found by it at once. Says nothing else than before, so
     * nobody needs to be asked; a way it has already changes nothing.
     */
    public void addQuestion(Update.Id id, Language language, String words, String by) {
        announce(transactions.execute(status -> {
            Updates.Kept kept = updates.kept(id)
                    .orElseThrow(() -> new IllegalArgumentException("There is no update " + id));
            if (kept.update().questions().getOrDefault(language, List.of()).contains(words)) {
                return null;
            }
            Update asked = kept.update().alsoAsked(language, words);
            Set<Update.Id> touched = keep(asked, kept.state(), kept.hash(), kept.sourceFile(), by);
            return updates.changeOf(touched, updates.countUp());
        }));
    }

    /** Takes an update out of the answers at once, while it is being checked. One person may always do this. */
    public void hold(Update.Id id, String by) {
        change(id, Updates.State.HELD, by);
    }

    /** Takes an update out of the answers for good. One person may always do this. */
    public void withdraw(Update.Id id, String by) {
        change(id, Updates.State.WITHDRAWN, by);
    }

    private void change(Update.Id id, Updates.State state, String by) {
        announce(transactions.execute(status -> {
            Updates.Kept kept = updates.kept(id)
                    .orElseThrow(() -> new IllegalArgumentException("There is no update " + id));
            Set<Update.Id> touched = keep(kept.update(), state, kept.hash(), kept.sourceFile(), by);
            return updates.changeOf(touched, updates.countUp());
        }));
    }

    private Set<Update.Id> keep(Update update, Updates.State state, String hash, @Nullable String file, String by) {
        Set<Update.Id> touched = new LinkedHashSet<>();
        touched.add(update.id());
        touched.addAll(update.supersedes());
        int revision = updates.kept(update.id())
                .map(kept -> {
                    touched.addAll(kept.update().supersedes());
                    return kept.update().revision() + 1;
                })
                .orElse(1);
        updates.keep(update.revised(revision), state, hash, file, by, clock.instant());
        return touched;
    }

    private void announce(Updates.@Nullable Change change) {
        if (change != null) {
            announcements.publishEvent(change);
        }
    }
}
