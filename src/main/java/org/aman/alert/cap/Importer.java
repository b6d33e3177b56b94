package org.aman.alert.cap;

import java.net.URI;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.aman.alert.Draft;
import org.aman.alert.Follow;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.language.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes documents of other services: each becomes a draft for the people on duty, or is refused with its reason; either
 * stands in the list of imports.
 */
final class Importer {
    private final Intake intake;
    private final Admission admission;
    private final Kept kept;
    private final Clock clock;
    private final Supplier<String> identifiers;

    Importer(Intake intake, Admission admission, Kept kept, Clock clock, Supplier<String> identifiers) {
        this.intake = intake;
        this.admission = admission;
        this.kept = kept;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** Where it is kept, and that it is kept as a whole. */
    record Kept(Imports imports, Suggestions suggestions, TransactionOperations transaction) {}

    /** A document as it was offered. */
    private record Offer(ForeignFeed feed, URI address, String digest) {}

    private record Read(Offer offer, CapAlert alert) {}

    /** Takes what one look at a feed brought, in the order it was sent: feeds show the latest first. */
    void take(ForeignFeed feed, Map<URI, byte[]> documents) {
        List<Read> read = new ArrayList<>();
        documents.forEach((address, bytes) -> {
            Offer offer = new Offer(feed, address, Sha256.of(bytes));
            if (!kept.imports().isKnown(feed.address().toString(), address.toString(), offer.digest())) {
                open(offer, bytes, feed.keys(), read);
            }
        });
        read.sort(Comparator.comparing(one -> one.alert().name().sent()));
        read.forEach(this::file);
    }

    private void open(Offer offer, byte[] bytes, List<PublicKey> keys, List<Read> read) {
        try {
            read.add(new Read(offer, intake.take(bytes, keys)));
        } catch (Refused e) {
            refuse(offer, null, e);
        }
    }

    /** Notes that nothing could be read at an address. */
    void unread(ForeignFeed feed, URI address, Refused why) {
        refuse(new Offer(feed, address, ""), null, why);
    }

    private void refuse(Offer offer, @Nullable CapAlert alert, Refused why) {
        Fault fault = why.faults().getFirst();
        Import line = line(offer, alert, fault.reason(), fault.where(), null, null);
        kept.transaction().executeWithoutResult(status -> kept.imports().add(line, offer.digest(), List.of()));
    }

    private void file(Read read) {
        try {
            Admission.Admitted admitted = admission.admit(read.alert(), read.offer().feed());
            kept.transaction().executeWithoutResult(status -> keep(read, admitted));
        } catch (Refused e) {
            refuse(read.offer(), read.alert(), e);
        }
    }

    private void keep(Read read, Admission.Admitted admitted) {
        CapAlert alert = read.alert();
        List<Import> matter = admitted.matter();
        Suggestion.Id id = new Suggestion.Id(identifiers.get());
        String first = matter.isEmpty() ? null : matter.getFirst().id();
        if (!kept.imports().add(line(read.offer(), alert, null, "", first, id), read.offer().digest(), alert.references())) {
            return;
        }
        Draft draft = Sketch.draft(alert, admitted.places());
        if (matter.isEmpty()) {
            kept.suggestions().lay(id, draft, Sketch.original(alert, null));
            return;
        }
        Follow.Way way = way(alert, draft);
        kept.suggestions()
                .lay(id, draft, Sketch.original(alert, way), new Suggestions.Earlier(drafts(matter), way, Sketch.why(alert)));
    }

    private static Follow.Way way(CapAlert alert, Draft draft) {
        if (alert.type() == CapAlert.Type.CANCEL) {
            return Follow.Way.CANCEL;
        }
        return draft.kind() == org.aman.alert.Alert.Kind.ALL_CLEAR ? Follow.Way.ALL_CLEAR : Follow.Way.UPDATE;
    }

    private static List<Suggestion.Id> drafts(List<Import> matter) {
        return matter.stream().map(Import::suggestion).filter(Objects::nonNull).toList();
    }

    private Import line(
            Offer offer,
            @Nullable CapAlert alert,
            @Nullable Reason reason,
            String place,
            @Nullable String first,
            Suggestion.@Nullable Id suggestion) {
        return new Import(
                suggestion == null ? identifiers.get() : suggestion.value(),
                offer.feed().address().toString(),
                offer.address().toString(),
                clock.instant(),
                alert == null ? null : alert.name(),
                reason,
                place,
                alert != null && alert.status() == CapAlert.Status.EXERCISE,
                first,
                suggestion);
    }
}
