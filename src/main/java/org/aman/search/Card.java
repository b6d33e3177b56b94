package org.aman.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.place.Place;
import org.aman.place.Position;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What deciding needs of an update, kept beside it in the index so that weighing many candidates reads none of their
 * texts.
 *
 * @param places where it applies; empty for one that holds everywhere
 * @param mentions further places its text names, those of its title first
 * @param inTitle how many of those its title names
 * @param asks hashes of the terms of its title and questions, sorted
 * @param body hashes of the terms of its text, sorted
 * @param concepts hashes of the concepts it speaks of, sorted
 * @param about hashes of the concepts of its title and questions, sorted
 * @param title hashes of the terms of its title, sorted; of advice only, which has no place to be known by
 * @param subject hashes of the concepts of its title, sorted; of advice only
 * @param askings its title and questions one by one; of advice only
 */
public record Card(
        Update.Id id,
        Topic.Id topic,
        String status,
        Topic.Polarity polarity,
        Set<Place.Id> places,
        Set<Place.Id> mentions,
        int inTitle,
        Instant verified,
        @Nullable Instant expires,
        @Nullable Position location,
        int[] asks,
        int[] body,
        int[] concepts,
        int[] about,
        int[] title,
        int[] subject,
        List<Asking> askings) {
    private static final Topic.Polarity[] POLARITIES = Topic.Polarity.values();

    public boolean isCurrentAt(Instant moment) {
        return expires == null || moment.isBefore(expires);
    }

    /** Whether it is about this place or names it in its title. */
    public boolean isHeadedBy(Place.Id place) {
        if (places.contains(place)) {
            return true;
        }
        int at = 0;
        for (Place.Id mention : mentions) {
            if (at++ >= inTitle) {
                return false;
            }
            if (mention.equals(place)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its title or questions hold the term of this hash. */
    public boolean asks(int term) {
        return Arrays.binarySearch(asks, term) >= 0;
    }

    /** Whether its title or questions hold one of the terms of these hashes. */
    public boolean asksAny(int[] terms) {
        for (int term : terms) {
            if (asks(term)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its text holds the term of this hash. */
    public boolean says(int term) {
        return Arrays.binarySearch(body, term) >= 0;
    }

    /** Whether it speaks of the concept of this hash anywhere. */
    public boolean speaksOf(int concept) {
        return Arrays.binarySearch(concepts, concept) >= 0;
    }

    /** Whether its title or questions are about the concept of this hash. */
    public boolean isAbout(int concept) {
        return Arrays.binarySearch(about, concept) >= 0;
    }

    /** Whether its title or questions are about one of the concepts of these hashes. */
    public boolean isAboutAny(int[] concepts) {
        for (int concept : concepts) {
            if (isAbout(concept)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its title holds one of the terms of these hashes. */
    public boolean titledAny(int[] terms) {
        for (int term : terms) {
            if (Arrays.binarySearch(title, term) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether its title speaks of one of the concepts of these hashes. */
    public boolean isSubjectAny(int[] concepts) {
        for (int concept : concepts) {
            if (Arrays.binarySearch(subject, concept) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The hashes by which terms and concepts are known on cards, sorted; two that share one are taken for one. */
    public static int[] hashes(Collection<String> terms) {
        int[] hashes = new int[terms.size()];
        int at = 0;
        for (String term : terms) {
            hashes[at++] = term.hashCode();
        }
        Arrays.sort(hashes);
        int distinct = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[distinct++] = hashes[i];
            }
        }
        return distinct == hashes.length ? hashes : Arrays.copyOf(hashes, distinct);
    }

    BytesRef encoded() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(id.value());
            out.writeString(topic.value());
            out.writeString(status);
            out.writeByte((byte) polarity.ordinal());
            Encoding.write(out, places.stream().map(Place.Id::value).toList());
            Encoding.write(out, mentions.stream().map(Place.Id::value).toList());
            out.writeVInt(inTitle);
            out.writeLong(verified.toEpochMilli());
            Encoding.write(out, expires);
            Encoding.write(out, location);
            Encoding.write(out, asks);
            Encoding.write(out, body);
            Encoding.write(out, concepts);
            Encoding.write(out, about);
            Encoding.write(out, title);
            Encoding.write(out, subject);
            Asking.write(out, askings);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the card of " + id, e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    static Card decoded(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        try {
            return new Card(
                    new Update.Id(in.readString()),
                    new Topic.Id(in.readString()),
                    in.readString(),
                    POLARITIES[in.readByte()],
                    readPlaces(in),
                    readPlaces(in),
                    in.readVInt(),
                    Instant.ofEpochMilli(in.readLong()),
                    Encoding.readMoment(in),
                    Encoding.readPosition(in),
                    Encoding.readInts(in, bytes.bytes),
                    Encoding.readInts(in, bytes.bytes),
                    Encoding.readInts(in, bytes.bytes),
                    Encoding.readInts(in, bytes.bytes),
                    Encoding.readInts(in, bytes.bytes),
                    Encoding.readInts(in, bytes.bytes),
                    Asking.read(in, bytes.bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a card", e);
        }
    }

    /** In the order they were written in; most updates have one place or none. */
    private static Set<Place.Id> readPlaces(DataInput in) throws IOException {
        int size = in.readVInt();
        if (size == 0) {
            return Set.of();
        }
        if (size == 1) {
            return Set.of(new Place.Id(in.readString()));
        }
        Set<Place.Id> places = new LinkedHashSet<>(size * 2);
        for (int i = 0; i < size; i++) {
            places.add(new Place.Id(in.readString()));
        }
        return places;
    }
}
