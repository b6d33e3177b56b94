package org.aman.alert;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the sending of an alert is.
 *
 * @param total to how many it is owed
 * @param waiting still to be sent
 * @param gone erased themselves or could no longer be reached
 * @param failed failures that can be sent again, by cause
 * @param perSecond the rate of the last seconds
 * @param left the time left at that rate, or at the granted one; null where nothing is being sent
 */
public record Progress(
        Alert.Number number,
        AlertState state,
        int total,
        int sent,
        int waiting,
        Map<Gone, Integer> gone,
        Map<String, Integer> failed,
        double perSecond,
        @Nullable Duration left,
        int channels,
        int channelsSent) {

    public Progress {
        gone = Map.copyOf(gone);
        failed = Map.copyOf(failed);
    }

    /** Why somebody is no longer there to be told. */
    public enum Gone {
        UNREACHABLE,
        FORGOTTEN
    }
}
