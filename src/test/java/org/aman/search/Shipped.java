package org.aman.search;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.aman.knowledge.KnowledgeFiles;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;

/** The words, places, topics and updates this version comes with, to be indexed. */
public final class Shipped {
    public static final Lexicon LEXICON = Lexicon.load(Path.of("config/lexicon.yaml"));
    public static final Gazetteer GAZETTEER = Gazetteer.load(Path.of("config/places.yaml"));
    public static final Topics TOPICS = Topics.load(Path.of("config/topics.yaml"));
    public static final List<Update> UPDATES = new KnowledgeFiles(TOPICS, GAZETTEER, Clock.systemUTC())
            .read(Path.of("knowledge"))
            .updates();

    private Shipped() {}

    /** An empty index in memory. */
    public static UpdateIndex inMemory() {
        return UpdateIndex.inMemory(LEXICON, GAZETTEER, TOPICS);
    }

    /** The index of a folder. */
    public static UpdateIndex in(Path folder) {
        return UpdateIndex.in(folder, LEXICON, GAZETTEER, TOPICS);
    }
}
