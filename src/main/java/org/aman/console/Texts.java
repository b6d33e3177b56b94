package org.aman.console;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sentences of the pages in one language; asking for one that is missing is a fault, not a gap in the page. */
final class Texts extends HashMap<String, String> {
    private static final long serialVersionUID = 1;

    Texts(Map<String, String> sentences) {
        super(sentences);
    }

    @Override
    public String get(@Nullable Object key) {
        String text = super.get(key);
        if (text == null) {
            throw new IllegalArgumentException("The pages have no sentence " + key);
        }
        return text;
    }
}
