package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.aman.alert.AlertState;
import org.aman.alert.Alerts;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.language.Language;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of alerts refuse: each with a sentence that says what to do, and with nothing sent. */
@WholeConsole
class AlertRefusalsTest {
    private final ApplicationContext house;
    private final Alerts alerts;
    private final JdbcClient jdbc;
    private AlertHouse alarms;
    private StaffBrowser admin;

    AlertRefusalsTest(@Autowired ApplicationContext house, @Autowired Alerts alerts, @Autowired JdbcClient jdbc) {
        this.house = house;
        this.alerts = alerts;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void open() {
        alarms = new AlertHouse(house).lives(12);
        admin = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);
    }

    private static String address(Filed proposal) {
        return "/console/alerts/" + proposal.alert().number() + "/" + proposal.alert().revision();
    }

    private HttpResponse<String> approve(StaffBrowser by, Filed proposal, String... others) throws Exception {
        List<String> fields = new ArrayList<>(List.of("reason", "a test sends more than usual"));
        fields.addAll(Arrays.asList(others));
        if (!fields.contains("hash")) {
            fields.addAll(List.of("hash", proposal.hash()));
        }
        if (!fields.contains("area")) {
            fields.addAll(List.of("area", "Saraqib"));
        }
        return by.post(address(proposal) + "/approve", fields.toArray(String[]::new));
    }

    private void isRefused(HttpResponse<String> answer, String sentence, Filed proposal) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("role=\"alert\"", sentence);
        assertThat(state(proposal)).isEqualTo(AlertState.PROPOSED);
        assertThat(owed(proposal)).isZero();
    }

    private AlertState state(Filed filed) {
        return alerts.filed(filed.alert().number()).orElseThrow().state();
    }

    private int owed(Filed filed) {
        return jdbc.sql("select count(*) from alert_delivery where number = :number")
                .param("number", filed.alert().number().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aWrongNameOfTheAreaIsRefusedAndWhatWasTypedStays() throws Exception {
        Filed proposal = alarms.proposed(alarms.warning());
        HttpResponse<String> answer = approve(admin, proposal, "area", "Ariha");

        isRefused(answer, "Type the name of the area: Saraqib", proposal);
        assertThat(answer.body()).contains("value=\"Ariha\"");
        isRefused(approve(admin, proposal, "area", ""), "Type the name of the area: Saraqib", proposal);
    }

    @Test
    void a31TheNameCountsInEverySpellingThatPeopleUse() throws Exception {
        Filed proposal = alarms.proposed(alarms.warning());

        assertThat(approve(admin, proposal, "area", "سراقب").statusCode()).isEqualTo(303);
        assertThat(state(proposal)).isEqualTo(AlertState.SENDING);
        assertThat(owed(proposal)).isEqualTo(12);
    }

    @Test
    void a16WhatWasNotSeenIsNotApproved() throws Exception {
        Filed proposal = alarms.proposed(alarms.warning());

        isRefused(
                approve(admin, proposal, "hash", "0".repeat(64)), "This is not what you saw. Read it again.", proposal);
    }

    @Test
    void a15NobodyApprovesTheirOwn() throws Exception {
        Newcomer author = Newcomer.in(house, Role.ADMIN, Language.ENGLISH);
        Filed proposal = proposedBy(author, alarms.warning());

        isRefused(
                approve(StaffBrowser.of(house, author), proposal),
                "You wrote this. Somebody else must approve it.",
                proposal);
        assertThat(StaffBrowser.of(house, author).get(address(proposal) + "/approval").body())
                .contains("Somebody else must approve it.")
                .doesNotContain("name=\"area\"");
    }

    private Filed proposedBy(Newcomer author, Draft draft) {
        var ruling = house.getBean(org.aman.alert.AlertDesk.class).propose(draft, author.volunteer());
        return ((org.aman.alert.Ruling.Granted) ruling).filed();
    }

    @Test
    void aSecondApprovalOfTheSameIsRefused() throws Exception {
        Filed proposal = alarms.proposed(alarms.warning());

        assertThat(approve(admin, proposal).statusCode()).isEqualTo(303);
        HttpResponse<String> again = approve(StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH), proposal);

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Somebody has decided on this already. Load the page again.");
        assertThat(owed(proposal)).isEqualTo(12);
        assertThat(admin.get(address(proposal) + "/approval").statusCode()).isEqualTo(303);
    }

    @Test
    void a17OfTwoWhoApproveAtOnceOneSendsAndTheOtherIsToldSo() throws Exception {
        Filed proposal = alarms.proposed(alarms.warning());
        StaffBrowser other = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> presses =
                    List.of(() -> approve(admin, proposal), () -> approve(other, proposal));
            for (Future<HttpResponse<String>> press : both.invokeAll(presses)) {
                answers.add(press.get().statusCode());
            }
        }

        assertThat(answers).containsExactlyInAnyOrder(303, 422);
        assertThat(owed(proposal)).isEqualTo(12);
    }

    @Test
    void aPlaceRemovedMeanwhileMakesTheProposalVoid() throws Exception {
        Filed proposal = alarms.proposed(alarms.warning());
        // As if the list of places had been another when it was proposed: its hash stands for those.
        String before = "1".repeat(64);
        jdbc.sql("update alert_revision set hash = :hash where number = :number")
                .param("hash", before)
                .param("number", proposal.alert().number().value())
                .update();

        isRefused(
                approve(admin, proposal, "hash", before),
                "A place or a word changed since it was written. It must be proposed again.",
                proposal);
    }

    private HttpResponse<String> propose(String... changed) throws Exception {
        return admin.post("/console/alerts/write", fields("propose", changed));
    }

    private static String[] fields(String act, String... changed) {
        List<String> fields = new ArrayList<>(List.of(
                "act", act, "kind", "WARNING", "severity", "SEVERE", "urgency", "IMMEDIATE", "certainty", "LIKELY",
                "places", "saraqib", "source.ar", "الدفاع المدني", "source.en", "Civil Defence", "text.ar",
                "قصف على طرق سراقب.", "text.en", "Shelling on the roads of Saraqib.", "instruction.ar",
                "ابقوا في الأقبية.", "instruction.en", "Stay in cellars.", "until", "2020-01-13T06:00"));
        for (int i = 0; i < changed.length; i += 2) {
            int at = fields.indexOf(changed[i]);
            if (at >= 0) {
                fields.set(at + 1, changed[i + 1]);
            } else {
                fields.addAll(List.of(changed[i], changed[i + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void whatIsProposedWithErrorsComesBackWithASentenceForEachAndWithWhatWasTyped() throws Exception {
        long before = alerts.proposals().size();
        for (String[] wrong : List.of(
                new String[] {"places", "", "Choose the area."},
                new String[] {"places", "nowhere-known", "The place nowhere-known is not in the list of places."},
                new String[] {"text.en", "", "Write it in English as well."},
                new String[] {"text.en", "Shelling <b>now</b> in Saraqib", "There is markup in this text"},
                new String[] {"text.en", "Shelling of Saraqib. ".repeat(20), "Shorten it by"},
                new String[] {"until", "2020-01-12T10:00", "The end is past."},
                new String[] {"until", "tomorrow", "This is no time."},
                new String[] {"centre", "the moon", "We know no such middle."})) {
            HttpResponse<String> answer = propose(wrong[0], wrong[1], "source.en", "A canary typed this");
            assertThat(answer.statusCode()).as(wrong[1]).isEqualTo(422);
            assertThat(answer.body()).as(wrong[1]).contains(wrong[2], "A canary typed this");
        }
        HttpResponse<String> nobody =
                propose("places", "afrin", "text.en", "Shelling in Afrin.", "text.ar", "قصف في عفرين.");
        assertThat(nobody.body()).contains("Nobody follows this area. Choose a wider one.");
        assertThat(alerts.proposals()).hasSize((int) before);
    }

    @Test
    void anEndBeforeTheSendingCanFinishIsWarnedOfWithTheFigure() throws Exception {
        jdbc.sql("""
                with recursive some(n) as (select 1 union all select n + 1 from some where n < 4000)
                insert into resident (id, chat, language, place, created_day, seen_day)
                select 'many' || n, 'sealed' || n, 'en', 'sarmin', 1, 1 from some
                """).update();
        jdbc.sql("insert into resident_area (resident_id, place, chosen) select id, 'sarmin', 0 from resident where id like 'many%'")
                .update();
        String soon = house.getBean(Times.class)
                .field(house.getBean(java.time.Clock.class).instant().plus(Duration.ofMinutes(2)));

        HttpResponse<String> check = admin.post(
                "/console/alerts/write/check",
                fields("", "places", "sarmin", "until", soon, "text.en", "Shelling in Sarmin.", "text.ar", "قصف في سرمين."));

        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.body())
                .containsPattern("Sending takes about 3 minutes, and the alert ends in [12] minutes?: some would not get it")
                .contains("People it reaches", "4000");
    }

    @Test
    void p13SmallNumbersAreToldAsSuchOnly() throws Exception {
        jdbc.sql("insert into resident (id, chat, language, place, created_day, seen_day) values ('few', 'sealed-few', 'en', 'maarrat-misrin', 1, 1)")
                .update();
        jdbc.sql("insert into resident_area (resident_id, place, chosen) values ('few', 'maarrat-misrin', 0)").update();
        HttpResponse<String> check = admin.post(
                "/console/alerts/write/check",
                fields(
                        "", "places", "maarrat-misrin", "text.en", "Shelling in Maarrat Misrin.", "text.ar",
                        "قصف في معرة مصرين."));

        assertThat(check.body()).contains("<bdi>&lt;10</bdi>");
    }

    @Test
    void aDraftIsKeptAndNeverOverwritesWhatAnotherSavedMeanwhile() throws Exception {
        HttpResponse<String> saved = admin.post("/console/alerts/write", fields("save", "centre", "Saraqib", "km", "٥"));
        String address = saved.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
        String id = address.replaceAll(".*/", "");
        assertThat(admin.get(address).body()).contains("Shelling on the roads of Saraqib.", "value=\"5\"");

        String[] mine = fields("save", "draft", id, "version", "1", "text.en", "Mine about Saraqib.");
        assertThat(admin.post("/console/alerts/write", mine).statusCode()).isEqualTo(303);
        HttpResponse<String> theirs = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH)
                .post(
                        "/console/alerts/write",
                        fields("save", "draft", id, "version", "1", "text.en", "Theirs about Saraqib."));

        assertThat(theirs.statusCode()).isEqualTo(409);
        assertThat(theirs.body()).contains("Somebody else saved this draft meanwhile.", "Theirs about Saraqib.");
        assertThat(admin.get(address).body()).contains("Mine about Saraqib.");
        assertThat(admin.post(address + "/drop").statusCode()).isEqualTo(303);
        assertThat(admin.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormOfAnEndedSessionIsShownAgainAndSentOnlyWhenItsPersonPresses() throws Exception {
        Newcomer person = Newcomer.in(house, Role.ADMIN, Language.ENGLISH);
        StaffBrowser browser = StaffBrowser.of(house, person);
        int before = alerts.proposals().size();
        jdbc.sql("update staff_session set until_at = 0 where volunteer_id = :id")
                .param("id", person.volunteer().id().value())
                .update();
        HttpResponse<String> signIn =
                browser.post("/console/alerts/write", fields("propose", "text.en", "Canary shelling in Saraqib."));
        var carried = Pattern.compile("name=\"carried\"[^>]*value=\"([^\"]+)\"").matcher(signIn.body());
        assertThat(carried.find()).isTrue();

        HttpResponse<String> again = browser.post(
                "/console/sign-in", "name", person.volunteer().name(), "password", Newcomer.PASSWORD, "code",
                person.code(), "carried", carried.group(1));

        assertThat(again.body()).contains("Canary shelling in Saraqib.", "Nothing has been sent yet");
        assertThat(alerts.proposals()).hasSize(before);
    }

    @Test
    void withoutTheInstallationsLeaveNobodySendsAlone() throws Exception {
        assertThat(admin.get("/console/alerts/emergency").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/alerts").body()).doesNotContain("/console/alerts/emergency");
        HttpResponse<String> pressed =
                admin.post("/console/alerts/emergency", fields("send", "area", "Saraqib"));
        assertThat(pressed.statusCode()).isEqualTo(404);
    }

    @Test
    void anybodyStopsAllSendingWithOnePressAndTwoLetGo() throws Exception {
        StaffBrowser reader = StaffBrowser.of(house, Role.READER, Language.ENGLISH);
        try {
            assertThat(reader.post("/console/alerts/brake").statusCode()).isEqualTo(303);
            assertThat(reader.get("/console/alerts").body()).contains("All sending is stopped.");
            assertThat(reader.post("/console/alerts/brake/release").statusCode()).isEqualTo(404);
            assertThat(location(admin.post("/console/alerts/brake/release"))).endsWith("done=alert-release-wished");
            assertThat(location(admin.post("/console/alerts/brake/release"))).endsWith("fault=alert-same-person");
            assertThat(admin.get("/console/alerts/brake?fault=alert-same-person").body())
                    .contains("You wanted it already. Another person must.", "stopped all sending");
        } finally {
            admin.post("/console/alerts/brake/release");
            StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH).post("/console/alerts/brake/release");
        }
        assertThat(reader.get("/console/alerts").body()).doesNotContain("All sending is stopped.");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void a47TheLivePageSpeaksToPagesOfOurOwnOnly() throws Exception {
        Filed sent = alarms.sent(alarms.warning());
        String live = "/console/alerts/" + sent.alert().number() + "/live";

        assertThat(admin.with("Sec-Fetch-Site", "cross-site").get(live).statusCode()).isEqualTo(400);
        assertThat(StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH).with("Sec-Fetch-Site", "same-site").get(live).statusCode())
                .isEqualTo(400);
        assertThat(StaffBrowser.stranger(house).with("Sec-Fetch-Site", "same-origin").get(live).statusCode())
                .isEqualTo(303);
        assertThat(StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH).with("Sec-Fetch-Site", "same-origin")
                        .get("/console/alerts/999999/live").statusCode())
                .isEqualTo(404);
    }
}
