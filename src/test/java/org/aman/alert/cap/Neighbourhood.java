package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.aman.alert.Duty;
import org.aman.alert.Suggestion;
import org.aman.database.FreshDatabase;
import org.aman.database.PinnedClock;
import org.aman.place.Gazetteer;

/** We read the feed of another service, which offers what a test wants. */
final class Neighbourhood implements AutoCloseable {
    static final KeyPair KEYS = CapDocumentTest.keys();
    static final Gazetteer PLACES = Gazetteer.load(java.nio.file.Path.of("config/places.yaml"));
    private static final Fetcher.Limits LIMITS = new Fetcher.Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), FeedReader.MOST_BYTES);

    final PinnedClock clock = new PinnedClock("2020-01-12T16:00:00Z");
    final ForeignService service = new ForeignService();
    final FreshDatabase database;
    final Duty duty;
    final Imports imports;
    final FeedMarks marks;
    final FeedPoller poller;

    Neighbourhood(FreshDatabase database) {
        this.database = database;
        duty = new Duty(database, clock);
        imports = new Imports(database.jdbc());
        marks = new FeedMarks(database.jdbc());
        poller = replica();
    }

    /** Another process over the same database. */
    FeedPoller replica() {
        ForeignFeed feed = new ForeignFeed(
                service.at("/cap"), ForeignMessage.SENDER, List.of(KEYS.getPublic()), Duration.ofMinutes(5), Reach.PRIVATE_TOO);
        Importer importer = new Importer(
                new Intake(new CapRules(new Shapes(position -> true)), System::nanoTime),
                new Admission(imports, new Coverage(PLACES), clock),
                new Importer.Kept(imports, duty.suggestions, database.transaction()),
                clock,
                database.identifiers()::next);
        // Half of what chance may give leaves every wait as long as it is meant.
        RandomGenerator even = () -> Long.MIN_VALUE;
        return new FeedPoller(
                List.of(feed),
                marks,
                new FeedReader(new Fetcher(LIMITS, okhttp3.Dns.SYSTEM), imports, importer, System::nanoTime),
                new FeedPoller.Kept(imports, duty.suggestions),
                new FeedPoller.Outside(clock, even, Runnable::run));
    }

    /** The service offers this next, and we look. */
    void comes(String document) {
        service.offers("/cap", document);
        looks();
    }

    void comes(ForeignMessage message) {
        comes(message.signed(KEYS));
    }

    void looks() {
        clock.passes(Duration.ofMinutes(5));
        poller.lookAround();
    }

    /** The service offers an Atom feed of these links. */
    void feed(String... links) {
        StringBuilder entries = new StringBuilder();
        Stream.of(links).forEach(link -> entries.append("<entry><id>").append(link)
                .append("</id><link type='application/cap+xml' href='").append(link).append("'/></entry>"));
        service.offers("/cap", "<feed xmlns='http://www.w3.org/2005/Atom'>" + entries + "</feed>");
    }

    /** Why the latest was refused. */
    Reason refusal() {
        Import line = imports.latest(1).getFirst();
        assertThat(line.isTaken()).isFalse();
        assertThat(line.suggestion()).isNull();
        return line.reason();
    }

    /** The one draft that waits. */
    Suggestion only() {
        assertThat(duty.suggestions.waiting()).hasSize(1);
        return duty.suggestions.waiting().getFirst();
    }

    @Override
    public void close() {
        service.close();
    }
}
