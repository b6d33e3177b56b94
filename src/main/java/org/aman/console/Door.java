package org.aman.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets in those who are signed in and allowed to do what the page needs. Whoever is not signed in is led to the sign-in,
 * with what they were sending; to those who may not come in the page is not there. A form is taken only from a page of
 * our own.
 */
@Component
public final class Door implements HandlerInterceptor {
    /** Under which the request carries who came in. */
    public static final String WHO = "volunteer";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Presence presence;
    private final Carrier carrier;

    Door(Presence presence, Carrier carrier) {
        this.presence = presence;
        this.carrier = carrier;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (!READS.contains(request.getMethod()) && !isFromOurPages(request)) {
            return refuse(response, HttpServletResponse.SC_FORBIDDEN);
        }
        if (holdsNul(request)) {
            return refuse(response, HttpServletResponse.SC_BAD_REQUEST);
        }
        HandlerMethod page = handler instanceof HandlerMethod method ? method : null;
        Optional<Volunteer> who = presence.of(request);
        who.ifPresent(one -> request.setAttribute(WHO, one));
        if (page != null && page.hasMethodAnnotation(ForStrangers.class)) {
            return true;
        }
        Needs needs = page == null ? null : page.getMethodAnnotation(Needs.class);
        if (needs == null) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND);
        }
        if (who.isEmpty()) {
            carrier.toSignIn(request, response);
            return false;
        }
        return who.get().may(needs.value()) || refuse(response, HttpServletResponse.SC_NOT_FOUND);
    }

    private static boolean refuse(HttpServletResponse response, int status) throws IOException {
        response.sendError(status);
        return false;
    }

    /** No keyboard types it, and not every database keeps it. */
    private static boolean holdsNul(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(value -> value.indexOf(0) >= 0);
    }

    /** Whether a page of our own asked for this, by the word of the browser. */
    public static boolean isFromOurPages(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null
                ? isOwn(request.getHeader("Origin"), request.getHeader("Host"))
                : site.equals("same-origin");
    }

    /** For browsers too old to say where a form came from in so many words. */
    private static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            return host.toLowerCase(Locale.ROOT).equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
