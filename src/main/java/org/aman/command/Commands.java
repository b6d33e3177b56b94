package org.aman.command;

import java.io.UncheckedIOException;
import java.time.Clock;
import org.aman.database.Refusal;
import org.aman.language.YamlFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands on the command line; without one of them the service starts. */
@Command(
        name = "aman",
        description = "Vetted answers to civilians' safety questions. Without a command the service starts.",
        mixinStandardHelpOptions = true)
public final class Commands {
    /** Whether the first argument asks for a command rather than for the service. */
    public static boolean isAsked(String[] arguments) {
        if (arguments.length == 0) {
            return false;
        }
        String first = arguments[0];
        return !first.startsWith("-") || first.equals("--help") || first.equals("-h") || first.equals("--version");
    }

    /** Carries a command out: 0 done, 1 done with errors found, 2 not understood. */
    public static int run(String[] arguments, Clock clock) {
        return new CommandLine(new Commands())
                .addSubcommand(new Check(clock))
                .addSubcommand(new Ask(clock))
                .addSubcommand(new Evaluate(clock))
                .addSubcommand(new JournalCheck(clock))
                .addSubcommand(new ImportFiles())
                .addSubcommand(new ExportFiles())
                .addSubcommand(new Learn(clock))
                .addSubcommand(new LearnTone(clock))
                .addSubcommand(new LetBackIn())
                .addSubcommand(new RotateKey())
                .addSubcommand(new Wipe())
                .setExecutionExceptionHandler((failure, line, result) -> {
                    line.getErr().println(sentence(failure));
                    return 1;
                })
                .execute(arguments);
    }

    /** What people can mend is said on one line; anything else is our fault and shows where it happened. */
    private static String sentence(Exception failure) throws Exception {
        if (failure instanceof YamlFile.Broken || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException || failure instanceof Refusal) {
            return String.valueOf(failure.getMessage());
        }
        throw failure;
    }
}
