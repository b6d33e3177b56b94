package org.aman.alert.cap;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Where the entries of an Atom feed (RFC 4287) say that their CAP documents are. */
final class AtomLinks {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CAP_TYPE = "application/cap+xml";

    /** Other feeds name XML as a whole, or nothing. */
    private static final Set<String> OTHER_TYPES = Set.of("", "application/xml", "text/xml");

    private AtomLinks() {}

    static boolean isFeed(Element root) {
        return Elements.is(root, ATOM, "feed");
    }

    /** In the order of the feed, each once; a relative one is completed. What is no address at all is left out. */
    static List<URI> of(Element feed, URI base) {
        Set<URI> links = new LinkedHashSet<>();
        for (Element entry : Elements.below(feed)) {
            if (Elements.is(entry, ATOM, "entry")) {
                document(entry).flatMap(written -> address(base, written)).ifPresent(links::add);
            }
        }
        return List.copyOf(links);
    }

    private static Optional<String> document(Element entry) {
        List<Element> links = Elements.below(entry).stream()
                .filter(one -> Elements.is(one, ATOM, "link"))
                .filter(one -> Set.of("", "alternate").contains(one.getAttribute("rel")))
                .toList();
        return links.stream()
                .filter(one -> one.getAttribute("type").equals(CAP_TYPE))
                .findFirst()
                .or(() -> links.stream()
                        .filter(one -> OTHER_TYPES.contains(one.getAttribute("type")))
                        .findFirst())
                .map(one -> one.getAttribute("href").strip())
                .filter(written -> !written.isEmpty());
    }

    private static Optional<URI> address(URI base, String written) {
        try {
            URI address = base.resolve(URI.create(written));
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
