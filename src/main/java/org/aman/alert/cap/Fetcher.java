package org.aman.alert.cap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents from servers of others: within limits of time and size, from addresses that may be asked, without
 * following anybody elsewhere, and without asking again for what has not changed. Safe for use by many threads.
 */
final class Fetcher {
    private static final int NOT_MODIFIED = 304;
    private static final Pattern HEADER = Pattern.compile("[ -~]{1,300}");

    private final Map<Reach, OkHttpClient> clients = new EnumMap<>(Reach.class);
    private final int mostBytes;

    /** @param names who tells the addresses of a name; each of them is checked again when it is connected to */
    Fetcher(Limits limits, Dns names) {
        this.mostBytes = limits.mostBytes();
        for (Reach reach : Reach.values()) {
            clients.put(reach, client(limits, names, reach));
        }
    }

    /**
     * @param connect longest wait for a connection
     * @param read longest silence
     * @param total longest time for all of it
     */
    record Limits(Duration connect, Duration read, Duration total, int mostBytes) {}

    /** What a server said of a document, to be repeated when asking again. */
    record Marks(@Nullable String etag, @Nullable String modified) {
        static final Marks NONE = new Marks(null, null);

        Marks {
            etag = isPlain(etag) ? etag : null;
            modified = isPlain(modified) ? modified : null;
        }

        private static boolean isPlain(@Nullable String header) {
            return header != null && HEADER.matcher(header).matches();
        }
    }

    /** What came of it. */
    sealed interface Fetched {
        /** A document. */
        record Body(byte[] bytes, Marks marks) implements Fetched {}

        /** It is as it was. */
        record Unchanged() implements Fetched {}
    }

    private static OkHttpClient client(Limits limits, Dns names, Reach reach) {
        return new OkHttpClient.Builder()
                .dns(names)
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSockets(reach))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .callTimeout(limits.total())
                .build();
    }

    /** @param marks what its server said when it was read last */
    Fetched fetch(URI address, Marks marks, Reach reach) throws Refused {
        OkHttpClient client = Objects.requireNonNull(clients.get(reach));
        try (Response response = client.newCall(request(address, marks)).execute()) {
            int status = response.code();
            if (status == NOT_MODIFIED && !marks.equals(Marks.NONE)) {
                return new Fetched.Unchanged();
            }
            if (status / 100 == 3) {
                throw new Refused(Reason.REDIRECT);
            }
            if (status != 200) {
                throw new Refused(Reason.HTTP_STATUS);
            }
            return new Fetched.Body(
                    bytes(response.body()), new Marks(response.header("ETag"), response.header("Last-Modified")));
        } catch (IOException e) {
            throw new Refused(reason(e));
        } catch (IllegalArgumentException e) {
            throw new Refused(Reason.ADDRESS);
        }
    }

    /** Packed bodies are not asked for: a small one could unpack to a huge one. */
    private static Request request(URI address, Marks marks) {
        Request.Builder request = new Request.Builder()
                .url(address.toString())
                .header("User-Agent", "aman")
                .header("Accept", "application/cap+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8")
                .header("Accept-Encoding", "identity");
        if (marks.etag() != null) {
            request.header("If-None-Match", marks.etag());
        }
        if (marks.modified() != null) {
            request.header("If-Modified-Since", marks.modified());
        }
        return request.build();
    }

    private byte[] bytes(@Nullable ResponseBody body) throws IOException, Refused {
        if (body == null) {
            return new byte[0];
        }
        BufferedSource source = body.source();
        if (body.contentLength() > mostBytes || source.request(mostBytes + 1L)) {
            throw new Refused(Reason.TOO_LARGE);
        }
        return source.readByteArray();
    }

    private static Reason reason(IOException e) {
        if (all(e).anyMatch(GuardedSockets.Forbidden.class::isInstance)) {
            return Reason.FORBIDDEN_ADDRESS;
        }
        if (all(e).anyMatch(SSLException.class::isInstance)) {
            return Reason.CERTIFICATE;
        }
        return e instanceof InterruptedIOException ? Reason.TOO_SLOW : Reason.UNREACHABLE;
    }

    /** What went wrong at each of a name's addresses. */
    private static Stream<Throwable> all(Throwable e) {
        return Stream.concat(Stream.of(e), Arrays.stream(e.getSuppressed()));
    }
}
