package org.aman.search;

import org.aman.knowledge.Freshness;
import org.aman.knowledge.Updates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Keeps the index in line with the stored updates: filled anew on a start that finds it behind, then changed update by
 * update as they are published.
 */
final class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final UpdateIndex index;
    private final Updates updates;
    private final Freshness freshness;

    IndexKeeper(UpdateIndex index, Updates updates, Freshness freshness) {
        this.index = index;
        this.updates = updates;
        this.freshness = freshness;
    }

    /**
     * Brings the index in line with the stored updates: by what changed since it was last written, or, where that is too
     * far back or it is empty, anew.
     */
    synchronized void catchUp() {
        long revision = updates.revision();
        if (index.revision() == revision) {
            return;
        }
        updates.changesSince(index.revision())
                .ifPresentOrElse(
                        change -> index.apply(change.now(), change.gone(), change.revision()), this::fillAnew);
    }

    private void fillAnew() {
        long revision = updates.revision();
        index.rebuild(updates.answerableOneByOne(), revision);
        LOG.debug("Filled the index anew at revision {}", revision);
    }

    /** Changes may be announced in another order than they were made: only the very next is taken as it was told. */
    @EventListener
    synchronized void onChange(Updates.Change change) {
        if (change.revision() == index.revision() + 1) {
            index.apply(change.now(), change.gone(), change.revision());
        } else {
            catchUp();
        }
    }

    /** Lets the next start begin here, whenever this one is killed. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    synchronized void save() {
        index.save();
    }

    /** Follows what other replicas published, or what this one was killed over. */
    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void follow() {
        try {
            catchUp();
            freshness.seen();
        } catch (DataAccessException e) {
            freshness.lost();
            LOG.debug("The database is away; the index stays as it is");
        }
    }
}
