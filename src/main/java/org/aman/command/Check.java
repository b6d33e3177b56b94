package org.aman.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.knowledge.Finding;
import org.aman.knowledge.KnowledgeFiles;
import org.aman.knowledge.Topics;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists everything to object to in a folder of updates. */
@Command(name = "check", description = "List every finding of a knowledge folder; exit 1 if any is an error.")
final class Check implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of updates.")
    private Path folder = Path.of("knowledge");

    @Option(names = "--config", defaultValue = "config", description = "The folder of places and topics.")
    private Path config = Path.of("config");

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    Check(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        Gazetteer gazetteer = Gazetteer.load(config.resolve("places.yaml"));
        Topics topics = Topics.load(config.resolve("topics.yaml"));
        KnowledgeFiles files = new KnowledgeFiles(topics, gazetteer, clock);
        KnowledgeFiles.Reading reading = files.read(folder);
        Messages messages = new Messages();
        for (Finding finding : reading.findings()) {
            screen.printf(Locale.ROOT, "%s:%d: %s: %s%n",
                    finding.file(), finding.line(), finding.isError() ? "error" : "advice", finding.sentence(messages, Language.ENGLISH));
        }
        long errors = reading.findings().stream().filter(Finding::isError).count();
        screen.printf(Locale.ROOT, "%d updates, %d errors, %d pieces of advice%n",
                reading.updates().size(), errors, reading.findings().size() - errors);
        screen.flush();
        return errors > 0 ? 1 : 0;
    }
}
