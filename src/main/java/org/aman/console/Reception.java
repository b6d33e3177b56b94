package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.aman.staff.Device;
import org.aman.staff.Sessions;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Hands a browser its session, always a new one, and takes it back. */
@Component
final class Reception {
    private final Cookies cookies;
    private final CsrfTokens tokens;
    private final Sessions sessions;

    Reception(Cookies cookies, CsrfTokens tokens, Sessions sessions) {
        this.cookies = cookies;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    Device device(HttpServletRequest request, HttpServletResponse response) {
        return cookies.device(request, response);
    }

    /** Whose session this is; the forms of this very answer belong to it. */
    Volunteer in(Sessions.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        cookies.open(opened.secret(), request, response);
        tokens.renew(request, response);
        return sessions.of(opened.secret())
                .map(Sessions.Presence::volunteer)
                .orElseThrow(() -> new IllegalStateException("The session ended as it began"));
    }

    void out(HttpServletRequest request, HttpServletResponse response) {
        cookies.close(request, response);
    }
}
