package org.aman.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own Chromium; nothing is downloaded. What is waited for is waited for as long as a busy machine may take. */
public final class Chromium implements AutoCloseable {
    private static final Duration MOST = Duration.ofMinutes(3);

    /** What surrounds a page in a window that nobody sees, and takes more than the page itself. */
    private static final List<String> UNSEEN =
            List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess");

    /** What Playwright leaves out by itself: of two lists the browser reads only the last. */
    private static final List<String> LEFT_OUT_ANYWAY = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync", "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades",
            "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect", "Translate", "AutoDeElevate", "OptimizationHints");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(MOST.toMillis());
        Path program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The page is tested in real Chromium, which is not installed here. Install it with: "
                                + "apt-get update && apt-get install -y chromium fonts-noto-core"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of(
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--no-first-run",
                        "--disable-features=" + String.join(",", UNSEEN) + "," + String.join(",", LEFT_OUT_ANYWAY))));
    }

    /** A visitor with a memory of their own. */
    public BrowserContext visitor(NewContextOptions options) {
        BrowserContext visitor = browser.newContext(options);
        visitor.setDefaultTimeout(MOST.toMillis());
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
