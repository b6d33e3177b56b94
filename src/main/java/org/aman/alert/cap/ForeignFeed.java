package org.aman.alert.cap;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aman.database.Refusal;

/**
 * Another alerting service whose warnings are taken over as drafts.
 *
 * @param sender the one sender whose messages are taken from there
 * @param keys those with which it signs; no other counts
 * @param every how often to look
 */
record ForeignFeed(URI address, String sender, List<PublicKey> keys, Duration every, Reach reach) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    ForeignFeed {
        keys = List.copyOf(keys);
    }

    /** Those of the settings; a setting that cannot be meant so stops the start. */
    static List<ForeignFeed> of(FeedSettings settings) {
        List<ForeignFeed> feeds = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < settings.feeds().size(); i++) {
            FeedSettings.Entry entry = settings.feeds().get(i);
            String name = "aman.cap.feeds[" + i + "].";
            refuse(!addresses.add(entry.address()), name + "address is there twice: " + entry.address());
            feeds.add(of(entry, name));
        }
        return List.copyOf(feeds);
    }

    private static ForeignFeed of(FeedSettings.Entry entry, String name) {
        refuse(
                entry.address().startsWith("http:") && !entry.plainHttp(),
                name + "address is \"" + entry.address() + "\": expected https, or " + name + "plain-http to be true");
        refuse(
                entry.every().compareTo(SHORTEST) < 0 || entry.every().compareTo(LONGEST) > 0,
                name + "every is \"" + entry.every() + "\": expected 1m to 1d");
        return new ForeignFeed(
                address(entry.address(), name),
                entry.sender(),
                PinnedKeys.in(entry.key(), name + "key"),
                entry.every(),
                entry.privateNetwork() ? Reach.PRIVATE_TOO : Reach.PUBLIC);
    }

    private static URI address(String written, String name) {
        try {
            URI address = URI.create(written);
            refuse(address.getHost() == null, name + "address is \"" + written + "\": expected a server's name");
            return address;
        } catch (IllegalArgumentException e) {
            throw new Refusal(name + "address is \"" + written + "\": expected an address", e);
        }
    }

    private static void refuse(boolean wrong, String line) {
        if (wrong) {
            throw new Refusal(line);
        }
    }

    /** Whether an address lies on the same server, asked in the same way. */
    boolean isHome(URI other) {
        return address.getScheme().equalsIgnoreCase(other.getScheme())
                && address.getHost().equalsIgnoreCase(other.getHost())
                && address.getPort() == other.getPort()
                && other.getRawUserInfo() == null;
    }
}
