package org.aman.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.language.Sounds;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Arabic names as people write them in Latin letters by ear: "3zaz", "tal jdid". All consonants are there and the long vowels;
 * short ones may be missing.
 */
final class SpokenNames {
    /** Consonants that tell a name whatever its vowels; with fewer all vowels must be the same. */
    private static final int TELLING = 3;

    /** Consonants that tell a name of one word; fewer may be any word, such as bara, unless an ayn is written. */
    private static final int TELLING_ALONE = 4;

    private static final int SHORTEST = 3; // sounds
    private static final int MOST_READINGS = 16;

    private record Spoken(String sounds, int words, Place.Id place) {}

    private final Map<String, List<Spoken>> byConsonants = new HashMap<>();

    /** The consonants of the first words. */
    private final Set<String> heads = new HashSet<>();

    /** Learns a name in Arabic letters. The ending of a feminine word is mute, but spoken before another: haret el-shebak. */
    void learn(Place.Id place, List<Token> name) {
        StringBuilder mute = new StringBuilder();
        StringBuilder spoken = new StringBuilder();
        for (int i = 0; i < name.size(); i++) {
            String word = NameKeys.bareKey(name.get(i));
            String alone = Sounds.spoken(word);
            mute.append(alone);
            boolean joins = i + 1 < name.size() && word.endsWith("ه");
            String joined = joins ? Sounds.spoken(word.substring(0, word.length() - 1) + "ت") : alone;
            spoken.append(joined);
            if (i == 0) {
                heads.add(Sounds.consonants(alone));
                heads.add(Sounds.consonants(joined));
            }
        }
        for (String sounds : new LinkedHashSet<>(List.of(mute.toString(), spoken.toString()))) {
            if (sounds.length() >= SHORTEST) {
                byConsonants.computeIfAbsent(Sounds.consonants(sounds), any -> new ArrayList<>()).add(new Spoken(sounds, name.size(), place));
            }
        }
    }

    /** Whether some name may begin with a word of one of these readings; an article may be part of any. */
    boolean mayBegin(List<String> readings) {
        for (String reading : readings) {
            if (heads.contains(Sounds.consonants(reading))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The one place called so; null where none is, or several.
     *
     * @param readings what each word may sound like
     * @param ayn whether an ayn is written in them, which few words have
     */
    Place.@Nullable Id called(List<List<String>> readings, boolean ayn) {
        long words = readings.stream().filter(word -> !word.equals(List.of(""))).count();
        Set<Place.Id> called = new LinkedHashSet<>();
        for (String reading : joined(readings)) {
            String consonants = Sounds.consonants(reading);
            for (Spoken name : byConsonants.getOrDefault(consonants, List.of())) {
                if (name.words() != words || words == 1 && consonants.length() < TELLING_ALONE && !ayn) {
                    continue; // "ahli bi", my family in, is no Halab
                }
                if (consonants.length() >= TELLING ? PlaceNames.isLeftOf(name.sounds(), reading) : sameButForItsEnd(reading, name.sounds())) {
                    called.add(name.place());
                }
            }
        }
        return called.size() == 1 ? called.iterator().next() : null;
    }

    private static List<String> joined(List<List<String>> readings) {
        List<String> joined = List.of("");
        for (List<String> word : readings) {
            List<String> longer = new ArrayList<>();
            for (String before : joined) {
                for (String reading : word) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(before + reading);
                    }
                }
            }
            joined = longer;
        }
        return joined;
    }

    private static boolean sameButForItsEnd(String reading, String name) {
        return reading.length() >= SHORTEST && withoutEnd(reading).equals(withoutEnd(name));
    }

    private static String withoutEnd(String sounds) {
        return "aiu".indexOf(sounds.charAt(sounds.length() - 1)) >= 0 ? sounds.substring(0, sounds.length() - 1) : sounds;
    }
}
