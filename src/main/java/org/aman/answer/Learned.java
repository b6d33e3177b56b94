package org.aman.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aman.language.WordFile;

/**
 * What was learned from questions with known answers, to decide by.
 *
 * @param belief what the signs of a candidate are worth together
 * @param affinity how well what is asked goes with what is told, one of the signs
 * @param untold how a question for what no news tells sounds, another
 * @param topics how questions of each topic sound, a third
 * @param told how surely the very thing asked for is told, a fourth
 */
public record Learned(Belief belief, Affinity affinity, Tone untold, TopicTones topics, Told told) {
    /** The name of the file of {@link #untold}. */
    public static final String UNTOLD = "untold.txt";

    /** What this version comes with, read when first asked for. */
    public static Learned shipped() {
        return new Learned(Belief.shipped(), Affinity.shipped(), Tone.untold(), TopicTones.shipped(), Told.shipped());
    }

    /**
     * What stands in a folder, as the command {@code learn} writes it.
     *
     * @throws IllegalArgumentException where a line is nothing learned, with its number
     */
    public static Learned read(Path folder) {
        try {
            return new Learned(
                    Belief.read(folder.resolve(Belief.FILE)),
                    Affinity.of(entries(folder.resolve(Affinity.FILE))),
                    Tone.of(Files.readString(folder.resolve(UNTOLD))),
                    TopicTones.of(entries(folder.resolve(TopicTones.FILE))),
                    Told.of(entries(folder.resolve(Told.FILE))));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading what was learned in " + folder, e);
        }
    }

    private static List<String> entries(Path file) throws IOException {
        return WordFile.entries(Files.readAllLines(file).stream());
    }

    /** Nothing: no update is believed to answer. */
    public static Learned none() {
        return new Learned(Belief.none(), Affinity.none(), Tone.none(), TopicTones.none(), Told.none());
    }
}
