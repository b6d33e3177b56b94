package org.aman.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.staff.Envelopes;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings people to the sign-in and back to where they were. A form that arrives after its session ended travels along in
 * a closed envelope that the sign-in page holds: nothing of it is stored here, and it opens only for the person whose
 * session that was. They see it again and press once more to send it, with the token of their new session; it is never
 * sent by itself, since much may have changed meanwhile. By then the form has passed the check that it came from our own
 * page, so that no other site can have somebody carry its form in.
 */
@Component
final class Carrier {
    /** Where the carried form is shown. */
    static final String AGAIN = "/console/sign-in/again";

    /** Under which the request tells the sign-in page what to carry: the envelope, or that it was too much. */
    static final String CARRIED = "carried";

    static final String TOO_LONG = "too-long";
    static final String WITH_FILE = "with-file";

    private static final String PURPOSE = "carried form";
    private static final String START = "/console";
    private static final int MOST = 64 * 1024;

    private final JsonMapper json = new JsonMapper();
    private final SignedIn signedIn;
    private final Envelopes envelopes;

    Carrier(SignedIn signedIn, Envelopes envelopes) {
        this.signedIn = signedIn;
        this.envelopes = envelopes;
    }

    /** A form on its way. */
    record Form(String whose, String path, Map<String, List<String>> fields) {}

    void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        boolean partOfPage = request.getHeader("HX-Request") != null;
        if ("POST".equals(request.getMethod()) && !partOfPage) {
            carry(request);
            request.getRequestDispatcher(AGAIN).forward(request, response);
            return;
        }
        // A page that asks for a part of itself keeps what was typed, and follows.
        String back = partOfPage ? pathOf(request.getHeader("HX-Current-URL")) : here(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                HttpHeaders.LOCATION, "/console/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private void carry(HttpServletRequest request) {
        Optional<Volunteer.Id> whose = signedIn.whose(request);
        if (whose.isEmpty()) {
            return;
        }
        if (SizeGate.isWithFile(request)) {
            request.setAttribute(CARRIED, WITH_FILE);
            return;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                fields.put(name, List.of(values));
            }
        });
        String form = json.writeValueAsString(new Form(whose.get().value(), request.getRequestURI(), fields));
        request.setAttribute(
                CARRIED,
                form.getBytes(StandardCharsets.UTF_8).length > MOST ? TOO_LONG : envelopes.close(PURPOSE, form));
    }

    /** The form in this envelope, if it is this person's. */
    Optional<Form> form(String envelope, Volunteer.Id who) {
        return envelopes.open(PURPOSE, envelope)
                .map(text -> json.readValue(text, Form.class))
                .filter(form -> form.whose().equals(who.value()) && form.path().equals(safe(form.path())));
    }

    /** An address of the console as it stands; its start where it leads anywhere else. */
    static String safe(String to) {
        boolean ours = to.equals(START) || to.startsWith(START + "/") || to.startsWith(START + "?");
        boolean plain = to.chars().allMatch(one -> one > ' ' && one < 0x7f && one != '\\') && !to.contains("//");
        return ours && plain && !to.contains("..") ? to : START;
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return safe(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static String pathOf(@Nullable String url) {
        try {
            URI address = URI.create(url == null ? START : url);
            return safe(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
