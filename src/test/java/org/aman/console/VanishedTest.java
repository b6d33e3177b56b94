package org.aman.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aman.Aman;
import org.aman.knowledge.ShrunkKnowledge;
import org.aman.knowledge.Update;
import org.aman.knowledge.Updates;
import org.aman.language.Language;
import org.aman.staff.CheapPasswords;
import org.aman.staff.Journal;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The folder of knowledge is suddenly empty: nothing goes until somebody has seen what would, and says so. */
@Import(CheapPasswords.class)
@SpringBootTest(
        classes = Aman.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"aman.telegram.token=", "management.server.port=0"})
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class VanishedTest {
    private static Path folder = Path.of("");
    private static Chromium chromium;

    private final ApplicationContext house;
    private final Updates updates;
    private final ShrunkKnowledge shrunk;
    private final Journal journal;
    private final String home;

    VanishedTest(
            @Autowired ApplicationContext house,
            @Autowired Updates updates,
            @Autowired ShrunkKnowledge shrunk,
            @Autowired Journal journal) {
        this.house = house;
        this.updates = updates;
        this.shrunk = shrunk;
        this.journal = journal;
        home = "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
    }

    @DynamicPropertySource
    static void fresh(DynamicPropertyRegistry settings) throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "vanished");
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        for (String id : List.of("camp-maarrat-misrin-0112", "aid-water-qah-0112", "aid-tents-killi-0112")) {
            Files.copy(Path.of("knowledge", id + ".yaml"), knowledge.resolve(id + ".yaml"));
        }
        settings.add("aman.knowledge", () -> knowledge);
        settings.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("aman.db"));
        settings.add("aman.index", () -> folder.resolve("index"));
        settings.add("aman.key-file", () -> folder.resolve("aman.key"));
    }

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void f21_whatIsGoneIsShownAndKeptOrWithdrawnByAPress() throws Exception {
        List<Path> files = files();
        String first = Files.readString(files.getFirst());
        try (Screen arabic = screen(Language.ARABIC); Screen english = screen(Language.ENGLISH)) {
            for (Path file : files) {
                Files.delete(file);
            }
            arabic.page().waitForCondition(() -> shrunk.now().map(ShrunkKnowledge.Shrunk::updates).orElse(List.of()).size() == 3);
            arabic.go("/console");
            assertThat(arabic.page().locator("main [role=alert]")).isVisible();
            arabic.page().locator("main [role=alert] a").click();
            english.go("/console/vanished");
            for (Screen screen : List.of(arabic, english)) {
                assertThat(screen.page().locator("li.card")).hasCount(3);
                screen.shoot("vanished-" + (screen == arabic ? "ar" : "en") + "-390");
                screen.isFit();
            }

            english.button("Keep what they say").click();
            assertThat(english.page().locator("main [role=status]")).containsText("Kept.");
            press(arabic, "withdraw");
            assertThat(arabic.page().locator("main [role=alert]")).containsText("ولم يُنفَّذ شيء");
            assertThat(updates.answerable()).hasSize(3);

            Files.writeString(files.getFirst(), first.replace("what do I need to bring", "what must I bring"));
            Update.Id back = new Update.Id(files.getFirst().getFileName().toString().replace(".yaml", ""));
            arabic.page().waitForCondition(() -> updates.update(back).orElseThrow().revision() == 2);
            assertThat(journal.before(Long.MAX_VALUE, 9)).extracting(Journal.Entry::act).contains("vanished-kept");
        }
    }

    @Test
    void f21_nobodyDecidesItWithoutTheRight() throws Exception {
        StaffBrowser volunteer = StaffBrowser.of(house, Role.VOLUNTEER, Language.ENGLISH);

        assertThat(volunteer.get("/console/vanished").statusCode()).isEqualTo(200);
        assertThat(volunteer.post("/console/vanished", "act", "withdraw", "mark", "x").statusCode()).isEqualTo(404);
        assertThat(StaffBrowser.of(house, Role.EDITOR, Language.ENGLISH)
                        .post("/console/vanished", "act", "withdraw", "mark", "x")
                        .statusCode())
                .isEqualTo(422);
    }

    private Screen screen(Language language) {
        return new Screen(chromium, home, 390).of(Newcomer.in(house, Role.EDITOR, language));
    }

    private static void press(Screen screen, String act) {
        screen.page().locator("details.confirm summary", new Page.LocatorOptions()).first().click();
        screen.page().locator("button[value=" + act + "]").click();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("knowledge"))) {
            return files.sorted().toList();
        }
    }
}
