package org.aman.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Ends the process when the key file is gone: whoever wipes the key wants nobody to be named from here on, and a running
 * process still holds it in memory.
 */
public final class KeyWatch {
    private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);

    /** A file that is being replaced is away for an instant; one that is away so often in a row is gone. */
    private static final int LOOKS = 3;

    private final KeyFile keys;
    private volatile @Nullable Runnable end;
    private int missing;

    KeyWatch(KeyFile keys) {
        this.keys = keys;
    }

    /**
     * From now on it watches; asked for by whoever owns the process.
     *
     * @param ending ends the process at once, without a last word to anybody
     */
    public void begin(Runnable ending) {
        this.end = ending;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        Runnable ending = end;
        if (ending == null) {
            return;
        }
        missing = keys.exists() ? 0 : missing + 1;
        if (missing == LOOKS) {
            log.error("The key file is gone: the service ends at once");
            ending.run();
        }
    }
}
