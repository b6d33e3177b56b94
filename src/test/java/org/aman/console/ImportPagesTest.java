package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aman.alert.Alert;
import org.aman.alert.Draft;
import org.aman.alert.Suggestion;
import org.aman.alert.Suggestions;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came in from other services, in both languages, on a phone and on a laptop. */
@WholeConsole
class ImportPagesTest {
    private static Chromium chromium;

    private final ApplicationContext house;
    private final String home;

    ImportPagesTest(@Autowired ApplicationContext house) {
        this.house = house;
        home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"ARABIC, rtl, 390", "ARABIC, rtl, 1280", "ENGLISH, ltr, 390", "ENGLISH, ltr, 1280"})
    void p10_theListAndADraftAreFitToBeUsed(Language language, String direction, int width) {
        String draft = drill();
        refusal();
        try (Screen screen = new Screen(chromium, home, width).of(Newcomer.in(house, Role.ADMIN, language))) {
            Map.of("imports", "/console/imports", "import", "/console/imports/" + draft).forEach((name, path) -> {
                assertThat(screen.go(path).status()).isEqualTo(200);
                assertThat(screen.page().locator("html").getAttribute("dir")).isEqualTo(direction);
                assertThat(screen.page().locator("main").innerText()).contains("EXERCISE", "تمرين");
                screen.shoot(name + "-" + language.code() + "-" + width);
                screen.isFit();
            });
            screen.leftNoTrace();
        }
    }

    /** An exercise that lacks a language and waits for somebody. */
    private String drill() {
        Suggestion.Id id = new Suggestion.Id("drill-" + UUID.randomUUID());
        Instant three = Instant.parse("2020-01-12T15:00:00Z");
        Draft.Texts texts = new Draft.Texts(
                new Bilingual(null, "Civil Defence"),
                new Bilingual(null, "Drill on road M5 near Saraqib."),
                new Bilingual(null, "Go to the meeting point."),
                null,
                null);
        Draft draft = new Draft(
                Alert.Kind.EXERCISE, Alert.Severity.SEVERE, Alert.Urgency.IMMEDIATE, Alert.Certainty.LIKELY,
                List.of(new Place.Id("saraqib"), new Place.Id("ariha")), null, texts,
                new Draft.Span(three, three, three.plusSeconds(21_600)), null, null, null);
        List<String> lines =
                List.of("Drill", "Drill on road M5 near Saraqib.", "Go to the meeting point.", "Saraqib and around");
        house.getBean(Suggestions.class).lay(id, draft, new Suggestion.Original(
                "alerts.neighbour.example", "2.49.0.0.760.0.SY.200112150000.1", true, null,
                List.of(new Suggestion.Text("en", lines))));
        return id.value();
    }

    private void refusal() {
        String id = UUID.randomUUID().toString();
        house.getBean(JdbcClient.class).sql("""
                insert into cap_import (id, feed, address, digest, seen_at, reason, place, sender, identifier, sent_at, exercise)
                values (:id, 'https://alerts.neighbour.example/feeds/cap', :address, 'x', 1578841200000,
                        'POLYGON_OPEN', 'info[1]/area[1]/polygon', 'alerts.neighbour.example', :id, 1578841200000, 1)
                """)
                .param("id", id)
                .param("address", "https://alerts.neighbour.example/feeds/cap/" + id)
                .update();
    }
}
