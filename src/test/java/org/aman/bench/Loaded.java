package org.aman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.aman.Aman;
import org.aman.answer.Answerer;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.conversation.Wording;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Update;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.aman.search.UpdateIndex;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The real service, put together as it starts, over an index that holds many updates. */
@State(Scope.Benchmark)
public class Loaded {
    private static final int AT_ONCE = 5_000;
    private static final int QUESTIONS = 2_000;

    /** How many updates the index holds. */
    @Param({"1000", "100000"})
    int updates;

    UpdateIndex index;
    Answerer answerer;
    Wording wording;
    Conversation conversation;
    List<Question> questions = new ArrayList<>();
    Knowledge knowledge;
    SplittableRandom chance = new SplittableRandom(20200112);
    private ConfigurableApplicationContext service;

    @Setup(Level.Trial)
    public void start() throws IOException {
        Path folder = Files.createTempDirectory("aman-bench");
        Files.createDirectory(folder.resolve("knowledge"));
        service = new SpringApplicationBuilder(Aman.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--aman.knowledge=" + folder.resolve("knowledge"),
                        "--aman.key-file=" + folder.resolve("aman.key"),
                        "--aman.index=" + folder.resolve("index"),
                        "--spring.datasource.url=jdbc:sqlite:" + folder.resolve("aman.db"));
        conversation = service.getBean(Conversation.class);
        answerer = service.getBean(Answerer.class);
        Gazetteer gazetteer = service.getBean(Gazetteer.class);
        Topics topics = service.getBean(Topics.class);
        wording = Wording.of(service.getBean(Messages.class), gazetteer, topics, ZoneId.of("Asia/Damascus"));
        index = service.getBean(UpdateIndex.class);
        knowledge = new Knowledge(topics, gazetteer);
        for (int from = 0; from < updates; from += AT_ONCE) {
            List<Update> some = new ArrayList<>();
            for (int n = from; n < Math.min(updates, from + AT_ONCE); n++) {
                some.add(knowledge.update(n, chance));
            }
            index.apply(some, List.of(), index.revision());
        }
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(knowledge.question(chance));
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        service.close();
    }
}
