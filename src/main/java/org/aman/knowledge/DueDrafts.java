package org.aman.knowledge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts what is approved live as soon as its hold window is over. What a stopped process left waiting goes at its next start. */
class DueDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(DueDrafts.class);

    private final DraftDesk desk;

    DueDrafts(DraftDesk desk) {
        this.desk = desk;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
    void look() {
        try {
            desk.publishDue();
        } catch (DataAccessException e) {
            LOG.warn("What is approved waits: {}", e.getClass().getSimpleName());
        }
    }
}
