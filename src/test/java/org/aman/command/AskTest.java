package org.aman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AskTest {
    private static final Clock THE_DAY = Clock.fixed(Instant.parse("2020-01-12T16:00:00Z"), ZoneOffset.UTC);

    @Test
    void itPrintsTheReplyAsResidentsReadItAndWhatItRestsOn() {
        String said = ask("is the ceasefire holding in Ariha?");

        assertThat(said.lines().findFirst()).contains("found");
        assertThat(said)
                .contains("Last checked: Sunday 12 January, 17:00, Damascus time (1 hour ago).")
                .contains("shown: truce-idlib-0112")
                .contains("understood: ");
    }

    @Test
    void timesAreSaidInTheZoneThatIsAskedFor() {
        assertThat(ask("is the ceasefire holding in Ariha?", "--zone", "UTC")).contains("Sunday 12 January, 15:00");
    }

    @Test
    void anUnknownPlaceIsSaid() {
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(new Ask(THE_DAY)).setErr(new PrintWriter(said));

        assertThat(line.execute("hudna", "--place", "atlantis")).isNotZero();
        assertThat(said.toString()).contains("There is no place atlantis");
    }

    private static String ask(String words, String... more) {
        StringWriter said = new StringWriter();
        String[] arguments = new String[more.length + 1];
        arguments[0] = words;
        System.arraycopy(more, 0, arguments, 1, more.length);
        assertThat(new CommandLine(new Ask(THE_DAY))
                        .setOut(new PrintWriter(said))
                        .execute(arguments))
                .isZero();
        return said.toString();
    }
}
