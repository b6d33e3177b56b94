package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.aman.staff.Device;
import org.aman.staff.Newcomer;
import org.aman.web.Chromium;

/** A browser of somebody of the staff, which notes whom it spoke to and what failed. */
final class Screen implements AutoCloseable {
    private static final String AXE = axe();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String home;
    private final BrowserContext context;
    private final Page page;
    private final Set<String> hosts = new ConcurrentSkipListSet<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Screen(Chromium chromium, String home, int width) {
        this.home = home;
        context = chromium.visitor(new NewContextOptions().setViewportSize(width, 800));
        page = context.newPage();
        page.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            // A check in the background is given up when somebody presses for something else.
            boolean expected = message.text().contains("ERR_INTERNET_DISCONNECTED")
                    || message.text().contains("status of 4")
                    || message.text().matches("htmx:(sendAbort|afterRequest),.*");
            if (message.type().equals("error") && !expected) {
                faults.add(message.text());
            }
        });
    }

    /** Signed in as this person. */
    Screen of(Newcomer person) {
        String device = "a-screen-" + COUNT.incrementAndGet() + "-" + person.volunteer().id();
        context.addCookies(List.of(
                new Cookie("aman-device", device).setUrl(home),
                new Cookie("aman-session", person.session(new Device("computer", device))).setUrl(home)));
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Response go(String path) {
        return page.navigate(home + path);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A field by its label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** The whole page as a picture under {@code target/screenshots/console}. */
    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/console/" + name + ".png"))
                .setCaret(ScreenshotCaret.INITIAL) // hiding it would write styles into the page
                .setFullPage(true));
    }

    /** No serious or critical fault by axe, and nothing wider than the screen. */
    void isFit() {
        page.evaluate(AXE);
        Object found = page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations
                  .filter(one => ['serious', 'critical'].includes(one.impact))
                  .map(one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' | ')))
                """);
        assertThat((List<?>) found).as(page.url()).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("overflow of " + page.url())
                .isZero();
    }

    private static String axe() {
        String file = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream in = Screen.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    /** Nobody but our own server was spoken to, and nothing failed. */
    void leftNoTrace() {
        assertThat(hosts).containsOnly("localhost");
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
