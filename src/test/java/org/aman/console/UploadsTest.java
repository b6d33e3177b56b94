package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aman.language.Language;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.web.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files and forms that cannot be taken: each is refused with a sentence, and what was typed is not lost. */
@WholeConsole
class UploadsTest {
    private static final String FILES = "/console/files";

    @Autowired
    ApplicationContext house;

    private StaffBrowser volunteer() {
        return StaffBrowser.of(house, Role.VOLUNTEER, Language.ENGLISH);
    }

    @Test
    void a42_archivesThatEscapeBurstOrAreNoneAreRefusedWithASentenceThatNamesTheFile() throws Exception {
        StaffBrowser browser = volunteer();

        assertThat(sent(browser, zip(Map.of("../../etc/x.yaml", "id: x"))))
                .contains("../../etc/x.yaml", "leads out of it");
        assertThat(sent(browser, zip(Map.of("bomb.yaml", "x".repeat(20_000_000))))).contains("bomb.yaml", "holds too much");
        assertThat(sent(browser, "no zip at all, but long enough".getBytes(StandardCharsets.UTF_8)))
                .contains("This is no archive");
        assertThat(sent(browser, zip(Map.of("camp-x.yaml", "id: camp-x\ntopic: nothing\n")))).contains("camp-x.yaml:2");
        assertThat(sent(browser, zipped("latin.yaml", "id: é".getBytes(StandardCharsets.ISO_8859_1))))
                .contains("latin.yaml");
    }

    private static String sent(StaffBrowser browser, byte[] zip) throws Exception {
        HttpResponse<String> answer = browser.postFile(FILES, "zip", zip, "act", "make");
        assertThat(answer.statusCode()).isBetween(200, 422);
        assertThat(answer.body()).doesNotContain("Exception", "org.aman", "springframework");
        return answer.body();
    }

    @Test
    void aFileThatComesAfterItsSessionEndedIsAskedForAgainBehindTheSignIn() throws Exception {
        Newcomer rana = Newcomer.in(house, Role.VOLUNTEER, Language.ENGLISH);
        StaffBrowser browser = StaffBrowser.of(house, rana);
        browser.post("/console/account/sessions/end");

        HttpResponse<String> answer = browser.postFile(FILES, "zip", zip(Map.of("x.yaml", "id: x")), "act", "check");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("choose your file once more", "name=\"to\" value=\"/console/files\"");
    }

    @Test
    void whatIsTooLargeIsRefusedWithASentenceBeforeItIsRead() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        StaffBrowser browser = volunteer();
        HttpResponse<String> page = browser.postFile(FILES, "zip", large, "act", "check");
        assertThat(page.headers().firstValue("Location")).contains("/console/too-large");
        assertThat(browser.get("/console/too-large").statusCode()).isEqualTo(413);
        assertThat(browser.get("/console/too-large").body()).contains("This is too large to be taken.");

        HttpResponse<String> part = volunteer().with("HX-Request", "true").postFile(FILES, "zip", large, "act", "check");
        assertThat(part.statusCode()).isEqualTo(413);
        assertThat(part.headers().firstValue("HX-Trigger")).contains("too-large");

        HttpResponse<String> form = volunteer().post("/console/write", "title.en", "x".repeat(600 * 1024));
        assertThat(form.headers().firstValue("Location")).contains("/console/too-large");
    }

    @Test
    void aLongArabicDraftIsTakenWholeAndATooLongOneComesBackWithWhatWasTyped() throws Exception {
        StaffBrowser browser = volunteer();
        String long1 = "مخيم ".repeat(10_000).strip();

        HttpResponse<String> kept = browser.post("/console/write", "text.ar", long1, "act", "save");
        assertThat(kept.statusCode()).isEqualTo(303);
        HttpResponse<String> refused = browser.post("/console/write", "text.ar", long1 + long1.substring(0, 15_000), "act", "save");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This is too long", long1);
    }

    @Test
    void a39_lettersThatAreNoUtf8AreRefusedOrReplacedAndNothingBreaks() throws Exception {
        StaffBrowser browser = volunteer();
        HttpResponse<String> answer = browser.postBare(
                "/console/write", "title.en=caf%E9%FF&act=add-source&_csrf=" + browser.token());

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).contains("<html").doesNotContain("Exception", "org.aman", "springframework");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void inTheBrowserTheSentenceStandsOnThePageAndTheChoiceStays(Language language, @TempDir Path folder)
            throws IOException {
        Path large = Files.write(folder.resolve("large.zip"), new byte[11 * 1024 * 1024]);
        String home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
        try (Chromium chromium = new Chromium();
                Screen screen =
                        new Screen(chromium, home, 390).of(Newcomer.in(house, Role.VOLUNTEER, language))) {
            screen.go(FILES);
            screen.page().locator("#zip").setInputFiles(large);
            screen.page().locator("button[value=check]").click();
            screen.page().locator("#lost [data-says='too-large']").waitFor();
            screen.shoot("too-large-" + language.code());
            screen.page().locator("#zip").setInputFiles(new FilePayload("x.zip", "application/zip", "no zip, but long enough".getBytes(StandardCharsets.UTF_8)));
            screen.page().locator("button[value=check]").click();
            screen.page().locator(".findings li.error").waitFor();
            screen.shoot("no-archive-" + language.code());
            screen.isFit();
        }
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
