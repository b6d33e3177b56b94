package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets in those who are signed in and allowed to do what the page needs. To everybody else the console is not there. A
 * form is taken only from a page of our own.
 */
@Component
final class Door implements HandlerInterceptor {
    /** Under which the request carries who came in. */
    static final String WHO = "volunteer";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final ObjectProvider<Presence> presence;

    Door(ObjectProvider<Presence> presence) {
        this.presence = presence;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Presence known = presence.getIfAvailable();
        Optional<Volunteer> who = known == null ? Optional.empty() : known.of(request);
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null || who.filter(one -> one.may(needs.value())).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        if (!READS.contains(request.getMethod()) && !isFromOurPages(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute(WHO, who.get());
        return true;
    }

    private static boolean isFromOurPages(HttpServletRequest request) {
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
