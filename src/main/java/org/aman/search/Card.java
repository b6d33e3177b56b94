package org.aman.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.place.Place;
import org.aman.place.Position;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What deciding needs of an update, kept beside it in the index so that weighing many candidates reads none of their
 * texts.
 *
 * @param places where it applies; empty for one that holds everywhere
 * @param mentions further places its text names
 * @param asks hashes of the terms of its title and questions, sorted
 * @param body hashes of the terms of its text, sorted
 * @param concepts hashes of the concepts it speaks of, sorted
 * @param about hashes of the concepts of its title and questions, sorted
 */
public record Card(
        Update.Id id,
        Topic.Id topic,
        String status,
        Topic.Polarity polarity,
        Set<Place.Id> places,
        Set<Place.Id> mentions,
        Instant verified,
        @Nullable Instant expires,
        @Nullable Position location,
        int[] asks,
        int[] body,
        int[] concepts,
        int[] about) {

    public boolean isCurrentAt(Instant moment) {
        return expires == null || moment.isBefore(expires);
    }

    public boolean asks(String term) {
        return Arrays.binarySearch(asks, term.hashCode()) >= 0;
    }

    public boolean says(String term) {
        return Arrays.binarySearch(body, term.hashCode()) >= 0;
    }

    /** Whether it speaks of this concept anywhere. */
    public boolean speaksOf(String concept) {
        return Arrays.binarySearch(concepts, concept.hashCode()) >= 0;
    }

    /** Whether its title or questions are about this concept. */
    public boolean isAbout(String concept) {
        return Arrays.binarySearch(about, concept.hashCode()) >= 0;
    }

    static int[] hashes(Collection<String> terms) {
        return terms.stream().mapToInt(String::hashCode).sorted().distinct().toArray();
    }

    BytesRef encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(id.value());
            out.writeUTF(topic.value());
            out.writeUTF(status);
            out.writeByte(polarity.ordinal());
            write(out, places);
            write(out, mentions);
            out.writeLong(verified.toEpochMilli());
            out.writeLong(expires == null ? Long.MAX_VALUE : expires.toEpochMilli());
            out.writeDouble(location == null ? Double.NaN : location.latitude());
            out.writeDouble(location == null ? Double.NaN : location.longitude());
            write(out, asks);
            write(out, body);
            write(out, concepts);
            write(out, about);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing the card of " + id, e);
        }
        return new BytesRef(bytes.toByteArray());
    }

    static Card decoded(BytesRef bytes) {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
            Update.Id id = new Update.Id(in.readUTF());
            Topic.Id topic = new Topic.Id(in.readUTF());
            String status = in.readUTF();
            Topic.Polarity polarity = Topic.Polarity.values()[in.readByte()];
            Set<Place.Id> places = readPlaces(in);
            Set<Place.Id> mentions = readPlaces(in);
            Instant verified = Instant.ofEpochMilli(in.readLong());
            long expires = in.readLong();
            double latitude = in.readDouble();
            double longitude = in.readDouble();
            return new Card(
                    id,
                    topic,
                    status,
                    polarity,
                    places,
                    mentions,
                    verified,
                    expires == Long.MAX_VALUE ? null : Instant.ofEpochMilli(expires),
                    Double.isNaN(latitude) ? null : new Position(latitude, longitude),
                    readInts(in),
                    readInts(in),
                    readInts(in),
                    readInts(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a card", e);
        }
    }

    private static void write(DataOutputStream out, Set<Place.Id> places) throws IOException {
        out.writeShort(places.size());
        for (Place.Id place : places) {
            out.writeUTF(place.value());
        }
    }

    private static Set<Place.Id> readPlaces(DataInputStream in) throws IOException {
        int size = in.readShort();
        Set<Place.Id> places = new LinkedHashSet<>(size * 2);
        for (int i = 0; i < size; i++) {
            places.add(new Place.Id(in.readUTF()));
        }
        return places;
    }

    private static void write(DataOutputStream out, int[] values) throws IOException {
        out.writeShort(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] values = new int[in.readShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }
}
