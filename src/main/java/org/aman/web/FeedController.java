package org.aman.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.aman.alert.cap.CapFeed;
import org.aman.alert.cap.Publication;
import org.aman.alert.cap.Publications;
import org.aman.alert.cap.Publisher;
import org.aman.language.Sha256;
import org.aman.web.Objection.Reason;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Our alerts for other systems: the feed, its documents, and the key to check them with. */
@Controller
final class FeedController {
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CAP = new MediaType("application", "cap+xml", StandardCharsets.UTF_8);
    private static final MediaType PEM = new MediaType("application", "x-pem-file");

    /** So many digits of a hash tell one version of a document from another. */
    private static final int MARK = 32;

    private final Publisher publisher;
    private final Publications publications;
    private final CapFeed feed;

    FeedController(Publisher publisher, Publications publications, CapFeed feed) {
        this.publisher = publisher;
        this.publications = publications;
        this.feed = feed;
    }

    @GetMapping({"/feeds/cap", "/feeds/cap/"})
    ResponseEntity<String> feed(WebRequest request) {
        publisher.catchUp();
        CapFeed.Issue issue = feed.issue();
        return answer(issue.document(), issue.updated(), ATOM, CacheControl.noCache(), request);
    }

    /** A document never changes, so whoever has it need not ask again. */
    @GetMapping("/feeds/cap/{identifier}")
    ResponseEntity<String> document(@PathVariable("identifier") String identifier, WebRequest request) {
        Publication found = publications.named(identifier).orElseThrow(() -> new Objection(Reason.NOT_FOUND));
        CacheControl forEver = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        return answer(found.document(), found.sent(), CAP, forEver, request);
    }

    @GetMapping("/feeds/cap/key.pem")
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(PEM).body(feed.publicKey());
    }

    private static ResponseEntity<String> answer(
            String body, Instant updated, MediaType type, CacheControl cache, WebRequest request) {
        String mark = '"' + Sha256.of(body).substring(0, MARK) + '"';
        if (request.checkNotModified(mark, updated.toEpochMilli())) {
            return ResponseEntity.status(304).eTag(mark).build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache)
                .eTag(mark)
                .lastModified(updated)
                .body(body);
    }
}
