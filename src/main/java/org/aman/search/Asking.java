package org.aman.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;

/**
 * One title or question of an update, word by word.
 *
 * @param words for each word that tells something, the hashes of all that may stand for it: stems, roots, sounds, concepts
 */
public record Asking(List<int[]> words) {
    static void write(DataOutput out, List<Asking> askings) throws IOException {
        out.writeVInt(askings.size());
        for (Asking asking : askings) {
            out.writeVInt(asking.words.size());
            for (int[] word : asking.words) {
                Encoding.write(out, word);
            }
        }
    }

    static List<Asking> read(ByteArrayDataInput in, byte[] bytes) {
        int size = in.readVInt();
        List<Asking> askings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int length = in.readVInt();
            List<int[]> words = new ArrayList<>(length);
            for (int word = 0; word < length; word++) {
                words.add(Encoding.readInts(in, bytes));
            }
            askings.add(new Asking(words));
        }
        return askings;
    }
}
