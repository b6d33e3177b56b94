package org.aman.language;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out for the words met last: questions share most of their words. It holds only what never changes, and
 * at most twice as many as given, so that noise drives out what is seldom asked and never fills the memory. Safe for use by
 * many threads.
 */
public final class Remembered<K, V> {
    private static final int LONGEST_WORD = 32; // longer ones are noise

    private final int most;
    private volatile Map<K, V> recent = new ConcurrentHashMap<>();
    private volatile Map<K, V> earlier = Map.of();

    /** @param most how many are surely kept */
    public Remembered(int most) {
        this.most = most;
    }

    /** What is known of a key, worked out where it is not. */
    public V get(K key, Function<K, V> work) {
        V known = recent.get(key);
        if (known != null) {
            return known;
        }
        V before = earlier.get(key);
        V value = before == null ? work.apply(key) : before;
        Map<K, V> now = recent;
        if (now.size() >= most) {
            earlier = now;
            now = new ConcurrentHashMap<>();
            recent = now;
        }
        now.put(key, value);
        return value;
    }

    /**
     * What is known of a word, worked out where it is not; of a longer one each time.
     *
     * @param letters how many the word has
     */
    public V ofWord(int letters, K key, Function<K, V> work) {
        return letters > LONGEST_WORD ? work.apply(key) : get(key, work);
    }

    /** How many it holds. */
    int size() {
        return recent.size() + earlier.size();
    }
}
