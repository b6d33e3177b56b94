package org.aman.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.aman.staff.Device;
import org.aman.staff.DoorSettings;
import org.aman.staff.Secrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The two cookies of the console: one for the session, gone with the browser's, and one by which a browser is known
 * again. Both are random, hidden from scripts, and never sent along from another site.
 */
@Component
final class Cookies {
    private static final String SESSION = "aman-session";
    private static final String DEVICE = "aman-device";
    private static final Duration KNOWN = Duration.ofDays(365);

    private final DoorSettings settings;
    private final Secrets secrets;

    Cookies(DoorSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    Optional<String> session(HttpServletRequest request) {
        return value(request, SESSION);
    }

    void open(String secret, HttpServletRequest request, HttpServletResponse response) {
        set(cookie(SESSION, secret, request), response);
        // Pages written in this very answer already belong to the new session.
        request.setAttribute(SESSION, secret);
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        set(cookie(SESSION, "", request).maxAge(0), response);
    }

    /** The browser, which gets its cookie now if it had none. */
    Device device(HttpServletRequest request, HttpServletResponse response) {
        String cookie = value(request, DEVICE).orElseGet(() -> {
            String fresh = secrets.next();
            set(cookie(DEVICE, fresh, request).maxAge(KNOWN), response);
            request.setAttribute(DEVICE, fresh);
            return fresh;
        });
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        boolean phone = agent != null && agent.toLowerCase(Locale.ROOT).contains("mobi");
        return new Device(phone ? "phone" : "computer", cookie);
    }

    private Optional<String> value(HttpServletRequest request, String name) {
        if (request.getAttribute(name) instanceof String fresh) {
            return Optional.of(fresh);
        }
        String wanted = name(name, request);
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name(name, request), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(isSecure(request));
    }

    private static void set(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    /** Under https no other host of the domain can plant a cookie of this name: RFC 6265bis, 4.1.3.2. */
    private String name(String name, HttpServletRequest request) {
        return isSecure(request) ? "__Host-" + name : name;
    }

    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || settings.address().startsWith("https:");
    }
}
