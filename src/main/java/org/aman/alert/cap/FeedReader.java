package org.aman.alert.cap;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.aman.alert.cap.Fetcher.Fetched;
import org.w3c.dom.Element;

/** Reads one feed once: an Atom feed of links, or a document that is always the latest. */
final class FeedReader {
    /** The largest feed: some hundred entries of a kilobyte. */
    static final int MOST_BYTES = 1024 * 1024;

    /** New documents fetched in one look; what is beyond it comes with the next. */
    private static final int MOST_DOCUMENTS = 50;

    private final Fetcher fetcher;
    private final Imports imports;
    private final Importer importer;
    private final SafeXml xml;

    FeedReader(Fetcher fetcher, Imports imports, Importer importer, LongSupplier nanoseconds) {
        this.fetcher = fetcher;
        this.imports = imports;
        this.importer = importer;
        this.xml = new SafeXml(MOST_BYTES, nanoseconds);
    }

    /**
     * How a look ended.
     *
     * @param read whether the feed itself could be read
     * @param marks to be sent when asking again; none where something in it is still to be fetched
     */
    record Look(boolean read, Fetcher.Marks marks) {}

    Look read(ForeignFeed feed, Fetcher.Marks marks) {
        try {
            return switch (fetcher.fetch(feed.address(), marks, feed.reach())) {
                case Fetched.Unchanged() -> new Look(true, marks);
                case Fetched.Body(byte[] bytes, Fetcher.Marks fresh) -> new Look(true, take(feed, bytes) ? fresh : Fetcher.Marks.NONE);
            };
        } catch (Refused e) {
            importer.unread(feed, feed.address(), e);
            return new Look(false, marks);
        }
    }

    /** Takes what is new in it; whether that was all. */
    private boolean take(ForeignFeed feed, byte[] bytes) throws Refused {
        Element root = xml.read(bytes).getDocumentElement();
        if (!AtomLinks.isFeed(root)) {
            importer.take(feed, Map.of(feed.address(), bytes));
            return true;
        }
        List<URI> fresh = AtomLinks.of(root, feed.address()).stream()
                .filter(link -> !imports.isRead(feed.address().toString(), link.toString()))
                .toList();
        Map<URI, byte[]> documents = new LinkedHashMap<>();
        boolean whole = fresh.size() <= MOST_DOCUMENTS;
        for (URI link : fresh.subList(0, Math.min(MOST_DOCUMENTS, fresh.size()))) {
            whole &= fetch(feed, link, documents);
        }
        importer.take(feed, documents);
        return whole;
    }

    /** Whether it needs no second try. */
    private boolean fetch(ForeignFeed feed, URI link, Map<URI, byte[]> documents) {
        try {
            if (!feed.isHome(link)) {
                throw new Refused(Reason.OTHER_HOST);
            }
            if (fetcher.fetch(link, Fetcher.Marks.NONE, feed.reach()) instanceof Fetched.Body(byte[] bytes, var marks)) {
                documents.put(link, bytes);
            }
            return true;
        } catch (Refused e) {
            importer.unread(feed, link, e);
            return isFinal(e.reason());
        }
    }

    /** Whether asking again would come to the same. */
    private static boolean isFinal(Reason reason) {
        return switch (reason) {
            case OTHER_HOST, TOO_LARGE, REDIRECT, ADDRESS -> true;
            default -> false;
        };
    }
}
