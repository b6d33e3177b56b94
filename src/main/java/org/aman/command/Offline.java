package org.aman.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.aman.answer.Answerer;
import org.aman.answer.Learned;
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
    /** One that decides with something else learned over the same updates. */
    Answerer answerer(Learned learned) {
        return new Answerer(index, lexicon, gazetteer, topics, learned);
    }

    /**
     * Reads {@code config/} and a folder of updates.
     *
     * @throws IllegalArgumentException where an update of the folder has an error; {@code check} lists them all
     */
    static Offline over(Path config, Path knowledge, Clock clock) {
        return over(Lexicon.load(config.resolve("lexicon.yaml")), Region.load(config), knowledge, clock, Learned.shipped());
    }

    /** Where, and about what: the places and topics of a folder, which many folders of updates may share. */
    record Region(Gazetteer gazetteer, Topics topics) {
        static Region load(Path config) {
            return new Region(Gazetteer.load(config.resolve("places.yaml")), Topics.load(config.resolve("topics.yaml")));
        }
    }

    /** The same in words and over places and topics that are read already, deciding with what was learned elsewhere. */
    static Offline over(Lexicon lexicon, Region region, Path knowledge, Clock clock, Learned learned) {
        KnowledgeFiles files = new KnowledgeFiles(region.topics(), region.gazetteer(), clock);
        return of(lexicon, region.gazetteer(), region.topics(), files.read(knowledge).updates(), learned);
    }

    private static Offline of(Lexicon lexicon, Gazetteer gazetteer, Topics topics, List<Update> updates, Learned learned) {
        UpdateIndex index = UpdateIndex.inMemory(lexicon, gazetteer, topics);
        index.rebuild(Update.notSuperseded(updates), 1);
        return new Offline(lexicon, gazetteer, topics, updates, index, new Answerer(index, lexicon, gazetteer, topics, learned));
    }

    /** The same with about one of so many updates, always the same ones: as on a day when little is known yet. */
    Offline thinned(int share, Learned learned) {
        List<Update> some = updates.stream()
                .filter(update -> Math.floorMod(update.id().value().hashCode() >> 3, share) == 0)
                .toList();
        return of(lexicon, gazetteer, topics, some, learned);
    }
}
