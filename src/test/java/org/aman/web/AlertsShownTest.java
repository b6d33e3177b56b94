package org.aman.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aman.Aman;
import org.aman.alert.Alert;
import org.aman.alert.AlertDesk;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.alert.Follow;
import org.aman.alert.Ruling;
import org.aman.answer.Question;
import org.aman.conversation.Conversation;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.RightToLeft;
import org.aman.place.Place;
import org.aman.staff.Role;
import org.aman.staff.Volunteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What anyone can see of our alerts: the pages, the feed, the signed documents. */
@SpringBootTest(classes = Aman.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class AlertsShownTest {
    private static final Volunteer HUDA =
            new Volunteer(new Volunteer.Id("huda"), "Canary Huda", Role.ADMIN, Language.ENGLISH, true);
    private static final Volunteer SAMI =
            new Volunteer(new Volunteer.Id("sami"), "Canary Sami", Role.ADMIN, Language.ENGLISH, true);

    @TempDir
    private static Path data;

    @Autowired
    AlertDesk desk;

    @Autowired
    Conversation conversation;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:sqlite:" + data.resolve("aman.db"));
        settings.add("aman.key-file", () -> data.resolve("aman.key").toString());
        settings.add("aman.index", () -> data.resolve("index").toString());
        settings.add("aman.cap.address", () -> "https://aman.example.org");
        settings.add("aman.cap.sender", () -> "aman.example.org");
        settings.add("aman.alert.daily-cap", () -> "50");
        settings.add("aman.telegram.token", () -> "");
        settings.add("management.server.port", () -> "0");
    }

    @Test
    void anAlertItsUpdateAndItsExerciseAreShownAndPublishedAsTheyWereSent() throws Exception {
        somebodyLivesInSaraqib();
        Filed first = sends(draft(Alert.Kind.WARNING));
        Filed later = sends(Draft.of(first.alert())
                .following(new Follow(
                        Follow.Way.UPDATE,
                        first.alert().number(),
                        new Bilingual("الطريق مقطوع أيضاً", "the road is cut too"))));
        Filed exercise = sends(draft(Alert.Kind.EXERCISE));
        await().atMost(Duration.ofSeconds(60)).until(() -> get("/feeds/cap").body().split("<entry", -1).length == 4);

        for (String language : List.of("ar", "en")) {
            String page = get("/alerts/" + first.alert().number() + "?lang=" + language).body();
            assertThat(page)
                    .contains("lang=\"" + language + "\"", first.said().text().best(Language.ENGLISH).lines().findFirst().orElseThrow())
                    .contains("/alerts/" + later.alert().number(), "/feeds/cap/")
                    .doesNotContain("Canary", "huda");
            assertThat(get("/alerts?lang=" + language).body()).contains("class=\"alert exercise").contains("alert stands");
        }
        assertThat(get("/alerts/" + first.alert().number() + "?lang=en").body()).contains("Replaced by a newer alert");
        a49AnAlertWeNeverSentIsSaidToBeNone();
        theFeedHasThemAll(first, later, exercise);
        askedForByNumberTheySayWhetherTheyStand(first, later, exercise);
    }

    private void askedForByNumberTheySayWhetherTheyStand(Filed first, Filed later, Filed exercise) {
        String number = first.alert().number().toString();
        String eastern = number.chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '\u0660'))
                .collect(Collectors.joining());
        for (String typed : List.of(number, eastern, "#" + number, "no. " + number)) {
            assertThat(asked("/check " + typed)).as(typed).startsWith("Alert " + number + " was from us; a newer one replaced it.");
        }
        assertThat(asked("/alert " + number)).startsWith("Alert " + number + " was from us; a newer one").endsWith("Cellars are in the town hall.");
        assertThat(asked("/alert " + later.alert().number())).isEqualTo("Cellars are in the town hall.");
        assertThat(asked("/alert " + exercise.alert().number())).startsWith("EXERCISE.");

        jdbc.sql("update alert set state = 'EXPIRED' where number = :number")
                .param("number", exercise.alert().number().value())
                .update();
        assertThat(asked("/check " + exercise.alert().number())).contains("its time is over. That does not mean that the danger is over");
    }

    private String asked(String words) {
        return RightToLeft.unmarked(conversation
                .answer(new Question(words, Language.ENGLISH, null, null, List.of(), null, null, clock.instant()))
                .reply()
                .text());
    }

    private void a49AnAlertWeNeverSentIsSaidToBeNone() throws Exception {
        for (String number : List.of("999", "0", "x", "99999999999")) {
            HttpResponse<String> page = get("/alerts/" + number + "?lang=en");
            assertThat(page.statusCode()).as(number).isEqualTo(404);
            assertThat(page.body()).contains("We have never sent an alert with this number");
        }
    }

    private void theFeedHasThemAll(Filed first, Filed later, Filed exercise) throws Exception {
        HttpResponse<String> feed = get("/feeds/cap");
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        Matcher links = Pattern.compile("https://aman.example.org(/feeds/cap/[0-9a-f-]{36})").matcher(feed.body());
        assertThat(links.results().map(one -> one.group(1)).toList()).hasSize(3).allSatisfy(path -> {
            HttpResponse<String> document = get(path);
            assertThat(document.headers().firstValue("Content-Type").orElse("")).startsWith("application/cap+xml");
            assertThat(document.body())
                    .contains("<language>ar</language>", "<language>en</language>", "-00:00</sent>", "SignatureValue")
                    .doesNotContain("Canary", "huda");
            assertThat(get(path).body()).isEqualTo(document.body());
        });
        String all = String.join("", document(feed.body()));
        assertThat(all).contains("<status>Exercise</status>", "<msgType>Update</msgType>", "<references>aman.example.org,");
        String mark = feed.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/feeds/cap", "If-None-Match", mark).statusCode()).isEqualTo(304);
        assertThat(get("/feeds/cap", "If-Modified-Since", feed.headers().firstValue("Last-Modified").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/feeds/cap/key.pem").body()).startsWith("-----BEGIN PUBLIC KEY-----").doesNotContain("PRIVATE");
        assertThat(get("/feeds/cap/no-such").statusCode()).isEqualTo(404);
    }

    private List<String> document(String feed) {
        return Pattern.compile("https://aman.example.org(/feeds/cap/[0-9a-f-]{36})")
                .matcher(feed)
                .results()
                .map(one -> {
                    try {
                        return get(one.group(1)).body();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private void somebodyLivesInSaraqib() {
        jdbc.sql("""
                insert into resident (id, chat, language, place, created_day, seen_day)
                values ('r1', 'sealed', 'en', 'saraqib', 1, 1)
                """).update();
        jdbc.sql("insert into resident_area (resident_id, place, chosen) values ('r1', 'saraqib', 0)").update();
        jdbc.sql("insert into resident_topic (resident_id, topic) values ('r1', 'exercise')").update();
    }

    private Draft draft(Alert.Kind kind) {
        Instant now = clock.instant();
        return new Draft(
                kind,
                Alert.Severity.SEVERE,
                Alert.Urgency.IMMEDIATE,
                Alert.Certainty.OBSERVED,
                List.of(new Place.Id("saraqib")),
                null,
                new Draft.Texts(
                        new Bilingual("الدفاع المدني", "Civil Defence"),
                        new Bilingual("قصف قرب سراقب.", "Shelling near Saraqib."),
                        new Bilingual("ابتعدوا عن الطرق.\nإن تعذر عليكم التنقل: ابقوا في القبو.", "Keep off the roads.\nIf you cannot move: stay in the cellar."),
                        new Bilingual("أريحا غير معنية.", "Ariha is not affected."),
                        new Bilingual("الأقبية في دار البلدية.", "Cellars are in the town hall.")),
                new Draft.Span(now.minus(Duration.ofMinutes(10)), now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofHours(8))),
                null,
                null,
                null);
    }

    private Filed sends(Draft draft) {
        Filed proposal = granted(desk.propose(draft, HUDA));
        return granted(desk.approve(
                new AlertDesk.Approval(
                        proposal.alert().number(), proposal.alert().revision(), proposal.hash(), "Saraqib", ""),
                SAMI));
    }

    private static Filed granted(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Granted.class);
        return ((Ruling.Granted) ruling).filed();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
