package org.aman.search;

import org.aman.knowledge.Updates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Keeps the index in line with the stored updates: filled anew on a start that finds it behind, then changed update by
 * update as they are published.
 */
final class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final UpdateIndex index;
    private final Updates updates;

    IndexKeeper(UpdateIndex index, Updates updates) {
        this.index = index;
        this.updates = updates;
    }

    /** Fills the index anew unless it stands at the revision of the stored updates already. */
    void catchUp() {
        long revision = updates.revision();
        if (index.revision() != revision) {
            index.rebuild(updates.answerable(), revision);
            LOG.debug("Filled the index anew at revision {}", revision);
        }
    }

    @EventListener
    synchronized void onChange(Updates.Change change) {
        index.apply(change.now(), change.gone(), change.revision());
    }
}
