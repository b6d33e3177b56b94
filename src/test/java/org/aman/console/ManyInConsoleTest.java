package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.Aman;
import org.aman.database.PostgresqlServer;
import org.aman.knowledge.Import;
import org.aman.knowledge.ManyUpdates;
import org.aman.language.Language;
import org.aman.staff.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * That the staff's pages do not become slow with the number of updates, asked over the real port: lists, filters, the map, the
 * form, vetting, saving, publishing; the figures are in {@code target/many-in-console-test/figures.txt}.
 * {@code -Dmany.updates=100000} (the default), {@code -Dmany.database=postgresql}.
 */
@Tag("proof")
@SpringBootTest(
        classes = Aman.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "aman.index=target/many-in-console-test/index",
            "aman.key-file=target/many-in-console-test/aman.key",
            "aman.review.alone=true",
            "aman.telegram.token=",
            "management.server.port=0"
        })
class ManyInConsoleTest {
    private static final int UPDATES = Integer.getInteger("many.updates", 100_000);
    private static final int TIMES = 100;
    private static final Path FIGURES = Path.of("target/many-in-console-test/figures.txt");
    private static final Pattern FIELD = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final List<String> TOPICS = List.of("road", "camp", "medical", "truce", "evacuation", "water");
    private static final List<String> PLACES = List.of("saraqib", "ariha", "idlib", "binnish", "sarmada", "killi");
    private static final List<String> STATES = List.of("PUBLISHED", "EXPIRED", "HELD", "WITHDRAWN", "SUPERSEDED");

    private final List<String> figures = new ArrayList<>();

    @Autowired
    ApplicationContext house;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> System.getProperty("many.database", "sqlite").equals("postgresql")
                ? PostgresqlServer.url(PostgresqlServer.empty())
                : "jdbc:sqlite:target/many-in-console-test/aman.db");
    }

    private interface Step {
        HttpResponse<String> take(int number) throws Exception;
    }

    @Test
    void everyPageAnswersWithinAFifthOfASecond() throws Exception {
        ManyUpdates.publish(house.getBean(Import.class), UPDATES);
        StaffBrowser editor = StaffBrowser.of(house, Role.EDITOR, Language.ARABIC);
        List<Long> millis = new ArrayList<>();
        millis.add(measured("what needs me now", 200, i -> editor.get("/console")));
        millis.add(measured("list", 200, i -> editor.get("/console/updates?from=" + i * 20)));
        millis.add(measured("by topic", 200, i -> editor.get("/console/updates?topic=" + of(TOPICS, i))));
        millis.add(measured("by place", 200, i -> editor.get("/console/updates?place=" + of(PLACES, i))));
        millis.add(measured("by state", 200, i -> editor.get("/console/updates?state=" + of(STATES, i))));
        millis.add(measured("by words", 200, i -> editor.get("/console/updates?words=" + word(i) + "+" + word(i + 3))));
        millis.add(measured("by all of it", 200, i -> editor.get("/console/updates?topic=" + of(TOPICS, i) + "&place="
                + of(PLACES, i / 6) + "&state=PUBLISHED&words=" + word(i))));
        millis.add(measured("map", 200, i -> editor.get("/console/map?topic=" + of(TOPICS, i))));
        millis.add(measured("figures", 200, i -> editor.get("/console/figures")));
        millis.add(measured("an update", 200, i -> editor.get("/console/updates/u-" + i * 7)));
        millis.add(measured("still true", 303, i -> editor.post("/console/updates/u-" + i * 7 + "/still-true", "revision", "1")));
        written(editor, millis);
        Files.write(FIGURES, figures);

        assertThat(millis).allMatch(one -> one < 200);
    }

    /** The form is opened, vetted as somebody types, saved and published. */
    private void written(StaffBrowser editor, List<Long> millis) throws Exception {
        List<String> drafts = new ArrayList<>();
        millis.add(measured("change", 303, i -> {
            HttpResponse<String> begun = editor.post("/console/updates/u-" + (i * 9 + 5) + "/change");
            drafts.add(begun.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+|\\?.*$", ""));
            return begun;
        }));
        List<String> forms = new ArrayList<>();
        millis.add(measured("form", 200, i -> {
            HttpResponse<String> form = editor.get(drafts.get(i));
            forms.add(version(form.body()));
            return form;
        }));
        millis.add(measured("vetting", 200, i -> editor.post("/console/check", typed(i, "0"))));
        millis.add(measured("save", 303, i -> editor.post(drafts.get(i), typed(i, forms.get(i)))));
        millis.add(measured("publish", 303, i -> editor.post(
                drafts.get(i), with(typed(i, version(editor.get(drafts.get(i)).body())), "act", "publish"))));
    }

    private static String version(String body) {
        Matcher field = FIELD.matcher(body);
        return field.find() ? field.group(1) : "1";
    }

    private static String[] typed(int number, String version) {
        return new String[] {
            "version", version, "about", "camp/open", "places", PLACES.get(number % PLACES.size()),
            "confidence", "confirmed", "verified", "2020-01-12T18:00", "expires", "2020-01-13T18:00",
            "title.ar", "المخيم مفتوح", "title.en", "The camp is open",
            "text.ar", "المخيم مفتوح للعائلات.", "text.en", "The camp takes families in.",
            "sources.0.name.ar", "المجلس المحلي", "sources.0.name.en", "The local council",
            "sources.0.kind", "responder", "sources.0.at", "2020-01-12T17:00"
        };
    }

    private static String[] with(String[] fields, String name, String value) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = name;
        all[fields.length + 1] = value;
        return all;
    }

    private static String of(List<String> all, int number) {
        return all.get(number % all.size());
    }

    private static String word(int number) {
        return URLEncoder.encode(ManyUpdates.word(number), StandardCharsets.UTF_8);
    }

    /** Milliseconds at the 95th of a hundred, kept beside the 50th and the 99th. */
    private long measured(String what, int expected, Step step) throws Exception {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = step.take(i);
            nanos[i] = System.nanoTime() - start;
            assertThat(answer.statusCode()).as("%s, the %d. time: %s", what, i, answer.body().replaceAll("(?s)<[^>]*>|\\s+", " ")).isEqualTo(expected);
        }
        Arrays.sort(nanos);
        figures.add(String.format(
                Locale.ROOT, "%d updates, %s: %.1f, %.1f, %.1f ms at the 50th, 95th, 99th of 100",
                UPDATES, what, nanos[49] / 1e6, nanos[94] / 1e6, nanos[98] / 1e6));
        return nanos[94] / 1_000_000;
    }
}
