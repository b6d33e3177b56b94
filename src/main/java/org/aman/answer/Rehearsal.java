package org.aman.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.search.UpdateIndex;

/** Answers as we would if one more update were published, on a copy of the index. Changes nothing. */
public class Rehearsal {
    private final UpdateIndex index;
    private final Lexicon lexicon;
    private final Gazetteer gazetteer;
    private final Topics topics;

    Rehearsal(UpdateIndex index, Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        this.index = index;
        this.lexicon = lexicon;
        this.gazetteer = gazetteer;
        this.topics = topics;
    }

    /** What we would know about this question; the time it takes grows with the index, a second for 100,000 updates. */
    public Considered consider(Question question, Update update) {
        Path folder = fresh();
        try (UpdateIndex copy = index.copiedTo(folder)) {
            copy.apply(List.of(update), update.supersedes(), index.revision());
            return new Answerer(copy, lexicon, gazetteer, topics).consider(question);
        } finally {
            remove(folder);
        }
    }

    private static Path fresh() {
        try {
            return Files.createTempDirectory("aman-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException("Making a folder for a copy of the index", e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Removing " + folder, e);
        }
    }
}
