package org.aman.alert.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another alerting service on a real port, with whatever it wants to offer. */
final class ForeignService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What was asked of it, in order. */
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request. */
    record Asked(String path, String ifNoneMatch, String ifModifiedSince) {}

    /** How a path answers. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    ForeignService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Offers a text, unchanged for whoever has this version of it. */
    void offers(String path, String text, String etag, String modified) {
        answers.put(path, exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Last-Modified", modified);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                write(exchange, text);
            }
        });
    }

    void offers(String path, String text) {
        answers.put(path, exchange -> write(exchange, text));
    }

    void leadsTo(String path, String address) {
        answers.put(path, exchange -> {
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    void fails(String path) {
        answers.put(path, exchange -> exchange.sendResponseHeaders(503, -1));
    }

    /** Takes the request and never says a word. */
    void hangs(String path) {
        answers.put(path, exchange -> waitForTheEnd());
    }

    /** Says a little at a time, for ever. */
    void dribbles(String path) {
        answers.put(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                do {
                    out.write('<');
                    out.flush();
                } while (!closed.await(20, java.util.concurrent.TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Says as much as one takes, for ever. */
    void floods(String path) {
        answers.put(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = " ".repeat(65_536).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (closed.getCount() > 0) {
                    out.write(much);
                }
            }
        });
    }

    private void waitForTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void handle(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(headers.getFirst("If-None-Match"), ""),
                Objects.requireNonNullElse(headers.getFirst("If-Modified-Since"), "")));
        try (exchange) {
            Answer answer = answers.get(exchange.getRequestURI().getPath());
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer.to(exchange);
            }
        } catch (IOException e) {
            // Whoever asked has gone away: they may.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
