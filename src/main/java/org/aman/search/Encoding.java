package org.aman.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aman.place.Position;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BitUtil;
import org.jspecify.annotations.Nullable;

/** How the parts that cards and contents share are written into the index. */
final class Encoding {
    private static final int[] NONE = {};
    private static final long NEVER = Long.MAX_VALUE;

    private Encoding() {}

    static void write(DataOutput out, @Nullable Instant moment) throws IOException {
        out.writeLong(moment == null ? NEVER : moment.toEpochMilli());
    }

    static @Nullable Instant readMoment(DataInput in) throws IOException {
        long millis = in.readLong();
        return millis == NEVER ? null : Instant.ofEpochMilli(millis);
    }

    static void write(DataOutput out, @Nullable Position position) throws IOException {
        out.writeLong(Double.doubleToLongBits(position == null ? Double.NaN : position.latitude()));
        out.writeLong(Double.doubleToLongBits(position == null ? Double.NaN : position.longitude()));
    }

    static @Nullable Position readPosition(DataInput in) throws IOException {
        double latitude = Double.longBitsToDouble(in.readLong());
        double longitude = Double.longBitsToDouble(in.readLong());
        return Double.isNaN(latitude) ? null : new Position(latitude, longitude);
    }

    static void write(DataOutput out, Collection<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
    }

    static List<String> readTexts(DataInput in) throws IOException {
        int size = in.readVInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readString());
        }
        return texts;
    }

    static void write(DataOutput out, int[] values) throws IOException {
        out.writeVInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    /** @param bytes what is read from: its whole numbers are copied at once */
    static int[] readInts(ByteArrayDataInput in, byte[] bytes) {
        int size = in.readVInt();
        if (size == 0) {
            return NONE;
        }
        int[] values = new int[size];
        readInts(in, bytes, values, 0, size);
        return values;
    }

    /** Fills the values from one to before another. */
    static void readInts(ByteArrayDataInput in, byte[] bytes, int[] values, int from, int to) {
        int at = in.getPosition();
        for (int i = from; i < to; i++) {
            values[i] = (int) BitUtil.VH_LE_INT.get(bytes, at);
            at += Integer.BYTES;
        }
        in.setPosition(at);
    }
}
