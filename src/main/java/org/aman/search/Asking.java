package org.aman.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;

/**
 * One title or question of an update, word by word.
 *
 * @param terms for each word that tells something, the hashes of all that may stand for it: stems, roots, sounds, concepts
 * @param ends where the terms of each word end
 */
public record Asking(int[] terms, int[] ends) {
    /** @param words the terms of each word */
    static Asking of(List<int[]> words) {
        int[] ends = new int[words.size()];
        int end = 0;
        for (int word = 0; word < ends.length; word++) {
            end += words.get(word).length;
            ends[word] = end;
        }
        int[] terms = new int[end];
        for (int word = 0; word < ends.length; word++) {
            int[] its = words.get(word);
            System.arraycopy(its, 0, terms, ends[word] - its.length, its.length);
        }
        return new Asking(terms, ends);
    }

    static void write(DataOutput out, List<Asking> askings) throws IOException {
        out.writeVInt(askings.size());
        for (Asking asking : askings) {
            out.writeVInt(asking.ends.length);
            int from = 0;
            for (int end : asking.ends) {
                out.writeVInt(end - from);
                for (int term = from; term < end; term++) {
                    out.writeInt(asking.terms[term]);
                }
                from = end;
            }
        }
    }

    static List<Asking> read(ByteArrayDataInput in, byte[] bytes) {
        int size = in.readVInt();
        List<Asking> askings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            askings.add(readOne(in, bytes));
        }
        return askings;
    }

    private static Asking readOne(ByteArrayDataInput in, byte[] bytes) {
        int[] ends = new int[in.readVInt()];
        int start = in.getPosition();
        int end = 0;
        for (int word = 0; word < ends.length; word++) {
            int length = in.readVInt();
            in.skipBytes((long) length * Integer.BYTES);
            end += length;
            ends[word] = end;
        }
        int[] terms = new int[end];
        in.setPosition(start);
        int from = 0;
        for (int next : ends) {
            in.readVInt();
            Encoding.readInts(in, bytes, terms, from, next);
            from = next;
        }
        return new Asking(terms, ends);
    }
}
