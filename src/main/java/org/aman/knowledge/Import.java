package org.aman.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Takes a folder of updates over as published revisions: an operator's act, journalled as {@code import}. */
public class Import {
    private static final String BY = "import";

    /** So few at a time that a running service can write in between. */
    private static final int AT_A_TIME = 200;

    private final KnowledgeFiles files;
    private final UpdateDesk desk;

    Import(KnowledgeFiles files, UpdateDesk desk) {
        this.files = files;
        this.desk = desk;
    }

    /** Reads the folder and changes nothing. */
    public KnowledgeFiles.Reading read(Path folder) {
        return files.read(folder);
    }

    /**
     * What was taken over.
     *
     * @param published how many said something new
     * @param unchanged how many stood so already
     * @param frozen those left out because publishing of them is frozen
     */
    public record Taken(int published, int unchanged, List<Update.Id> frozen) {}

    /**
     * Publishes what was read without an error. Stopped half way, the same again takes the rest.
     *
     * @param progress told how many of how many are done
     */
    public Taken take(KnowledgeFiles.Reading reading, BiConsumer<Integer, Integer> progress) {
        List<Update.Id> frozen = reading.updates().stream()
                .filter(desk::isFrozenFor)
                .map(Update::id)
                .toList();
        List<Update> free = reading.updates().stream()
                .filter(update -> !frozen.contains(update.id()))
                .toList();
        int published = 0;
        for (int from = 0; from < free.size(); from += AT_A_TIME) {
            int until = Math.min(from + AT_A_TIME, free.size());
            published += desk.publishAll(free.subList(from, until), BY);
            progress.accept(until, free.size());
        }
        return new Taken(published, free.size() - published, frozen);
    }
}
