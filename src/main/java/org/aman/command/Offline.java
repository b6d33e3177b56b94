package org.aman.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.aman.answer.Answerer;
import org.aman.answer.Belief;
import org.aman.knowledge.KnowledgeFiles;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.search.UpdateIndex;

/**
 * The answering part of the service without the service: the same reading, searching and deciding over a folder of
 * updates, in memory.
 */
record Offline(Lexicon lexicon, Gazetteer gazetteer, Topics topics, List<Update> updates, UpdateIndex index, Answerer answerer) {
    /** One that decides with other weights over the same updates. */
    Answerer answerer(Belief belief) {
        return new Answerer(index, lexicon, gazetteer, topics, belief);
    }

    /**
     * Reads {@code config/} and a folder of updates.
     *
     * @throws IllegalArgumentException where an update of the folder has an error; {@code check} lists them all
     */
    static Offline over(Path config, Path knowledge, Clock clock) {
        return over(Lexicon.load(config.resolve("lexicon.yaml")), config, knowledge, clock);
    }

    /** The same in words that are read already. */
    static Offline over(Lexicon lexicon, Path config, Path knowledge, Clock clock) {
        Gazetteer gazetteer = Gazetteer.load(config.resolve("places.yaml"));
        Topics topics = Topics.load(config.resolve("topics.yaml"));
        KnowledgeFiles files = new KnowledgeFiles(topics, gazetteer, clock);
        List<Update> updates = files.read(knowledge).updates();
        UpdateIndex index = UpdateIndex.inMemory(lexicon, gazetteer, topics);
        index.rebuild(Update.notSuperseded(updates), 1);
        return new Offline(lexicon, gazetteer, topics, updates, index, new Answerer(index, lexicon, gazetteer, topics));
    }
}
