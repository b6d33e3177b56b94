package org.aman.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aman.language.Language;
import org.aman.staff.Device;
import org.aman.staff.Newcomer;
import org.aman.staff.Role;
import org.aman.staff.Secrets;
import org.springframework.context.ApplicationContext;

/**
 * A browser of the staff against the real port: keeps cookies, sends forms with their token. For somebody who is signed
 * in: {@code StaffBrowser.of(context, Role.EDITOR, Language.ENGLISH)}.
 */
public final class StaffBrowser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String address;
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/html", "Accept-Language", "en"));

    private StaffBrowser(String address) {
        this.address = address;
    }

    /** Nobody yet. */
    public static StaffBrowser stranger(ApplicationContext house) {
        String port = house.getEnvironment().getProperty("local.server.port");
        StaffBrowser browser = new StaffBrowser("http://localhost:" + port);
        browser.cookies.put("aman-device", "a-tests-browser-" + COUNT.incrementAndGet());
        return browser;
    }

    /** Somebody new of this role, signed in. */
    public static StaffBrowser of(ApplicationContext house, Role role, Language language) {
        return of(house, Newcomer.in(house, role, language));
    }

    public static StaffBrowser of(ApplicationContext house, Newcomer newcomer) {
        StaffBrowser browser = stranger(house);
        browser.cookies.put("aman-session", newcomer.session(browser.device()));
        return browser;
    }

    public StaffBrowser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public String address() {
        return address;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Device device() {
        return new Device("computer", cookies.getOrDefault("aman-device", ""));
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** A form from one of our own pages. */
    public HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
        return postBare(path, form(namesAndValues) + "&_csrf=" + token());
    }

    /** A form as it stands. */
    public HttpResponse<String> postBare(String path, String form) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (!headers.containsKey("Sec-Fetch-Site")) {
            request.header("Sec-Fetch-Site", "same-origin");
        }
        return send(request.POST(BodyPublishers.ofString(form)));
    }

    /** A form with a file from one of our own pages. */
    public HttpResponse<String> postFile(String path, String name, byte[] content, String... namesAndValues)
            throws Exception {
        String edge = "an-edge-of-a-part";
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            head.append(part(edge, namesAndValues[i], "")).append(namesAndValues[i + 1]).append("\r\n");
        }
        head.append(part(edge, "_csrf", "")).append(token()).append("\r\n");
        head.append(part(edge, name, "; filename=\"a.zip\"\r\nContent-Type: application/zip"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("Sec-Fetch-Site", "same-origin");
        byte[] tail = ("\r\n--" + edge + "--\r\n").getBytes(UTF_8);
        byte[] start = head.toString().getBytes(UTF_8);
        byte[] body = Arrays.copyOf(start, start.length + content.length + tail.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(tail, 0, body, start.length + content.length, tail.length);
        return send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    private static String part(String edge, String name, String more) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    static String form(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> namesAndValues[2 * i] + "=" + URLEncoder.encode(namesAndValues[2 * i + 1], UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What a page of ours would carry: the hash of the cookies under a mask, here of zeros. */
    String token() {
        byte[] token = Secrets.hash("csrf " + cookies.getOrDefault("aman-device", "") + " "
                        + cookies.getOrDefault("aman-session", ""))
                .getBytes(UTF_8);
        byte[] masked = Arrays.copyOf(new byte[token.length], 2 * token.length);
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        });
        return answer;
    }
}
