package org.aman.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Import;
import org.aman.knowledge.KnowledgeFiles;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a folder of updates, or shows what would become of it. */
@Command(
        name = "import",
        description = "Publish a folder of updates. First try it with --dry-run. With an error nothing is published; exit 1.")
final class ImportFiles implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of updates.")
    private Path folder = Path.of("knowledge");

    @Option(names = "--dry-run", description = "List every finding and publish nothing.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder");
        }
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        try (Store store = Store.open()) {
            Import imports = store.imports();
            KnowledgeFiles.Reading reading = imports.read(folder);
            long errors = list(reading, screen);
            if (dryRun || errors > 0) {
                screen.println(errors > 0 ? "Nothing was published: mend the errors first" : "Nothing was published");
                screen.flush();
                return errors > 0 ? 1 : 0;
            }
            return publish(imports, reading, screen);
        }
    }

    private static long list(KnowledgeFiles.Reading reading, PrintWriter screen) {
        Messages messages = new Messages();
        for (Finding finding : reading.findings()) {
            screen.printf(
                    Locale.ROOT,
                    "%s:%d: %s: %s%n",
                    finding.file(),
                    finding.line(),
                    finding.isError() ? "error" : "advice",
                    finding.sentence(messages, Language.ENGLISH));
        }
        long errors = reading.findings().stream().filter(Finding::isError).count();
        screen.printf(
                Locale.ROOT,
                "%d updates, %d errors, %d pieces of advice%n",
                reading.updates().size(),
                errors,
                reading.findings().size() - errors);
        screen.flush();
        return errors;
    }

    private static int publish(Import imports, KnowledgeFiles.Reading reading, PrintWriter screen) {
        Import.Taken taken = imports.take(reading, (done, all) -> {
            screen.printf(Locale.ROOT, "%d of %d%n", done, all);
            screen.flush();
        });
        screen.printf(Locale.ROOT, "%d published, %d stood so already%n", taken.published(), taken.unchanged());
        for (Update.Id frozen : taken.frozen()) {
            screen.printf(Locale.ROOT, "%s was left out: publishing is frozen%n", frozen);
        }
        screen.flush();
        return taken.frozen().isEmpty() ? 0 : 1;
    }
}
