package org.aman;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.validation.annotation.Validated;

/** A wrong setting stops the start, and the operator reads one line. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RefusedStartTest {
    @TempDir
    Path folder;

    /** Settings of a house that is not ours. */
    @Validated
    @ConfigurationProperties("harbour")
    record Harbour(
            @Max(30) int boats, Duration patience, ZoneId zone, Side side, @Pattern(regexp = "[0-9]*") String token) {
        enum Side {
            LEFT,
            RIGHT
        }
    }

    @EnableConfigurationProperties(Harbour.class)
    static class Pier {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                boats=many       | harbour.boats is "many" | : expected a whole number
                boats=31         | harbour.boats is "31"   | : must be less than or equal to 30
                patience=a while | harbour.patience is "a while" | : expected a length of time such as 30s, 5m or 2h
                zone=Atlantis    | harbour.zone is "Atlantis" | : expected a time zone such as Asia/Damascus
                side=up          | harbour.side is "up"    | : expected left or right
                token=12:abc     | harbour.token is a value kept secret | : must match "[0-9]*"
                """)
    void aBadSettingIsNamedWithItsValueAndWhatIsExpected(String setting, String said, String expected) {
        String line = refusal("--harbour." + setting);

        assertThat(line).startsWith(said).endsWith(expected).doesNotContain("12:abc", "\n");
    }

    private static String refusal(String argument) {
        try {
            new SpringApplicationBuilder(Pier.class)
                    .web(WebApplicationType.NONE)
                    .properties("harbour.boats=1")
                    .run(argument, "--logging.level.root=off")
                    .close();
        } catch (RuntimeException refused) {
            FailureAnalysis analysis = new BadSettingAnalyzer().analyze(refused);
            return analysis == null ? "not understood: " + refused : OneLine.line(analysis);
        }
        return "started";
    }

    @Test
    void theRealProcessRefusesSettingsThatNobodyReads() throws Exception {
        Run run = start(Map.of("AMAN_KEYFIL", "x"), "--aman.scenari-time=now");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .startsWith("Aman does not start. ")
                .contains("AMAN_KEYFIL", "aman.key-file", "aman.scenari-time", "aman.scenario-time");
    }

    @Test
    void theRealProcessRefusesABadValueBeforeItMakesAnything() throws Exception {
        Run run = start(Map.of(), "--aman.scenario-time=yesterday");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .startsWith("Aman does not start. aman.scenario-time is \"yesterday\"")
                .endsWith("expected a time with its offset such as 2020-01-12T18:00:00+02:00");
    }

    @Test
    void theRealProcessSaysWhatAValueBeyondItsBoundsShouldBe() throws Exception {
        Run run = start(Map.of(), "--aman.alert.daily-cap=99", "--aman.cap.feeds[0].address=ftp://alerts.example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .startsWith("Aman does not start. aman.")
                .containsAnyOf(
                        "aman.alert.daily-cap is \"99\": must be less than or equal to 50",
                        "aman.cap.feeds[0].address is \"ftp://alerts.example\": must match");
    }

    /** How a process ended, and what it said. */
    private record Run(int exit, List<String> lines) {}

    private Run start(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.copy(Path.of("config/application.yaml"), config.resolve("application.yaml"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Aman.class.getName()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Run(process.exitValue(), Files.readAllLines(said, UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
