package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.aman.staff.Sessions;
import org.aman.staff.Volunteer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Reads from the session's cookie who is there, at each request anew: what was ended is ended now. */
@Component
final class SignedIn implements Presence, SecurityContextRepository {
    private final Sessions sessions;
    private final Cookies cookies;

    SignedIn(Sessions sessions, Cookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public Optional<Volunteer> of(HttpServletRequest request) {
        return here().map(Sessions.Presence::volunteer);
    }

    @Override
    public BooleanSupplier lasting(HttpServletRequest request) {
        Optional<Sessions.Presence> here = here();
        return () -> here.isPresent()
                && sessions.all(here.get().volunteer().id()).stream()
                        .anyMatch(one -> one.id().equals(here.get().sessionId()));
    }

    /** By which session they are here. */
    static Optional<String> session() {
        return here().map(Sessions.Presence::sessionId);
    }

    /** To whom the session of this request belongs, or belonged until it ended. */
    Optional<Volunteer.Id> whose(HttpServletRequest request) {
        return cookies.session(request).flatMap(sessions::whose);
    }

    private static Optional<Sessions.Presence> here() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(known -> known.getPrincipal())
                .filter(Sessions.Presence.class::isInstance)
                .map(Sessions.Presence.class::cast);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(
            HttpServletRequest request) {
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return context(request);
            }

            @Override
            public boolean isGenerated() {
                return false;
            }
        };
    }

    private SecurityContext context(HttpServletRequest request) {
        SecurityContextImpl context = new SecurityContextImpl();
        cookies.session(request)
                .flatMap(sessions::of)
                .ifPresent(here -> context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(here, null, List.of())));
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are opened and ended by the staff's own desk.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookies.session(request).isPresent();
    }
}
