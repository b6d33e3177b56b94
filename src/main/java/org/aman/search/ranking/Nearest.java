package org.aman.search.ranking;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aman.knowledge.Topic;
import org.aman.place.Position;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SloppyMath;

/**
 * Looks for the nearest documents that are current and tell no feared state; of those equally near the one that stands
 * first in the index. Of one topic there are so few that each is measured.
 */
public final class Nearest {
    private final Position from;
    private final long moment;
    private final double[] distances;
    private final int[] documents;
    private int size;

    /** @param limit how many at most */
    public Nearest(Position from, Instant moment, int limit) {
        this.from = from;
        this.moment = moment.toEpochMilli();
        this.distances = new double[limit];
        this.documents = new int[limit];
    }

    /** Those of these topics, nearest first. */
    public ScoreDoc[] of(Set<Topic.Id> topics, IndexSearcher searcher, Lookups lookups) throws IOException {
        List<Standing> wanted = new ArrayList<>();
        for (Topic.Id topic : topics) {
            wanted.add(lookups.of(Field.TOPIC, topic.value(), searcher));
        }
        Standing feared = lookups.of(Field.POLARITY, Topic.Polarity.NO.name(), searcher);
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            measure(part, hopedFor(new Leaf(part, lookups), wanted, feared));
        }
        ScoreDoc[] nearest = new ScoreDoc[size];
        for (int i = 0; i < size; i++) {
            nearest[i] = new ScoreDoc(documents[i], 0);
        }
        return nearest;
    }

    private static FixedBitSet hopedFor(Leaf leaf, List<Standing> wanted, Standing feared) throws IOException {
        FixedBitSet hopedFor = new FixedBitSet(leaf.size());
        FixedBitSet others = new FixedBitSet(leaf.size());
        leaf.mark(wanted, hopedFor);
        leaf.mark(List.of(feared), others);
        hopedFor.andNot(others);
        leaf.keepLive(hopedFor);
        return hopedFor;
    }

    private void measure(LeafReaderContext part, FixedBitSet hopedFor) throws IOException {
        NumericDocValues ends = DocValues.getNumeric(part.reader(), Field.EXPIRES);
        SortedNumericDocValues places = DocValues.getSortedNumeric(part.reader(), Field.LOCATION);
        int document = hopedFor.nextSetBit(0);
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if (places.advanceExact(document)) {
                double distance = distance(places.nextValue());
                if (isNearer(distance) && ends.advanceExact(document) && ends.longValue() > moment) {
                    take(part.docBase + document, distance);
                }
            }
            document = document + 1 < hopedFor.length() ? hopedFor.nextSetBit(document + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    /** A figure that grows with the distance. */
    private double distance(long place) {
        return SloppyMath.haversinSortKey(
                from.latitude(),
                from.longitude(),
                GeoEncodingUtils.decodeLatitude((int) (place >> 32)),
                GeoEncodingUtils.decodeLongitude((int) place));
    }

    private boolean isNearer(double distance) {
        return size < documents.length || size > 0 && distance < distances[size - 1];
    }

    private void take(int document, double distance) {
        int at = size < documents.length ? size++ : size - 1;
        while (at > 0 && distances[at - 1] > distance) {
            distances[at] = distances[at - 1];
            documents[at] = documents[at - 1];
            at--;
        }
        distances[at] = distance;
        documents[at] = document;
    }
}
