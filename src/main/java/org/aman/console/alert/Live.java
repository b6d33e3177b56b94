package org.aman.console.alert;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.aman.alert.Alert;
import org.aman.alert.Progress;
import org.aman.alert.Progresses;
import org.aman.console.Sheets;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Tells browsers how far an alert is, as it goes: a stream of server-sent events, each a part of the page made of the
 * same template as the page itself. A stream takes the virtual thread of its request. It ends when the sending does,
 * when the session does, when the browser leaves and when the service stops.
 */
@Component
final class Live {
    /** Of every stream, so that a stolen session cannot take all connections. */
    private static final int MOST_STREAMS = 200;

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** What others looked at a moment ago is shown to the next as well: the database is asked once, not once a viewer. */
    private static final Duration FRESH = Duration.ofMillis(700);

    /** Looks without news after which a comment shows whether the browser is still there. */
    private static final int QUIET_LOOKS = 15;

    private final Progresses progresses;
    private final Reach reach;
    private final Sheets sheets;
    private final ITemplateEngine templates;
    private final Semaphore places = new Semaphore(MOST_STREAMS);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<Alert.Number, Look> looks = new ConcurrentHashMap<>();

    Live(Progresses progresses, Reach reach, Sheets sheets, ITemplateEngine templates) {
        this.progresses = progresses;
        this.reach = reach;
        this.sheets = sheets;
        this.templates = templates;
    }

    /** Nobody reads the stream any more. */
    private static final class ClientLeft extends IOException {
        private static final long serialVersionUID = 1;
    }

    private record Look(Optional<Progress> progress, long nanos) {}

    /** How far it is; empty where it was never approved. */
    Optional<Glance> glance(Alert.Number number, Language language) {
        return look(number).map(progress -> Glance.of(progress, reach, sheets, language));
    }

    private Optional<Progress> look(Alert.Number number) {
        Look look = looks.get(number);
        if (look == null || System.nanoTime() - look.nanos() > FRESH.toNanos()) {
            look = new Look(progresses.of(number), System.nanoTime());
            looks.put(number, look);
        }
        look.progress().filter(progress -> !progress.state().isUnderWay()).ifPresent(over -> looks.remove(number));
        return look.progress();
    }

    /** Streams until there is nothing more to tell; refuses with 503 where too many watch already. */
    void stream(Alert.Number number, Volunteer who, BooleanSupplier lasting, HttpServletResponse response)
            throws IOException {
        if (!places.tryAcquire()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            tell(number, who, lasting, response.getWriter());
        } catch (ClientLeft e) {
            // Whoever watches may stop at any time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void tell(Alert.Number number, Volunteer who, BooleanSupplier lasting, PrintWriter out)
            throws ClientLeft, InterruptedException {
        Map<String, String> shown = new HashMap<>();
        int quiet = 0;
        while (lasting.getAsBoolean()) {
            Optional<Glance> glance = glance(number, who.language());
            if (glance.isEmpty()) {
                return;
            }
            boolean news = tellNews(glance.get(), who, shown, out);
            quiet = news ? 0 : quiet + 1;
            if (quiet % QUIET_LOOKS == QUIET_LOOKS - 1) {
                write(":\n\n", out);
            }
            if (glance.get().isOver()) {
                event("end", "", out);
                return;
            }
            if (closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        event("signed-out", "", out);
    }

    /** Only parts that changed travel. */
    private boolean tellNews(Glance glance, Volunteer who, Map<String, String> shown, PrintWriter out)
            throws ClientLeft {
        boolean news = false;
        for (String part : List.of("state", "numbers", "failures", "handles")) {
            String now = rendered(part, glance, who);
            if (!now.equals(shown.put(part, now))) {
                event(part, now, out);
                news = true;
            }
        }
        return news;
    }

    private String rendered(String part, Glance glance, Volunteer who) {
        Context context = new Context(
                who.language().locale(),
                Map.of(
                        "t", sheets.texts(who.language()),
                        "glance", glance,
                        "mayPause", who.may(Act.FREEZE),
                        "mayDirect", who.may(Act.APPROVE_ALERT)));
        return templates
                .process("console/alert/live", Set.of(part), context)
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }

    private static void event(String name, String data, PrintWriter out) throws ClientLeft {
        write("event: " + name + "\ndata: " + data + "\n\n", out);
    }

    private static void write(String text, PrintWriter out) throws ClientLeft {
        out.write(text);
        if (out.checkError()) {
            throw new ClientLeft();
        }
    }

    /** Those who watch must not hold up the end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.countDown();
    }
}
