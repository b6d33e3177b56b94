package org.aman.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.aman.staff.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * What every form must carry to be taken: the hash of both cookies. Another site can neither read nor guess it, nothing
 * is stored, every replica knows it, and it changes with the session.
 */
@Component
final class CsrfTokens implements CsrfTokenRepository {
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FIELD = "_csrf";

    private final Cookies cookies;

    CsrfTokens(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        throw new IllegalStateException("Every request has a token of its own");
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        throw new IllegalStateException("Tokens are not kept");
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        throw new IllegalStateException("A token needs the answer too, for the browser's cookie");
    }

    @Override
    public DeferredCsrfToken loadDeferredToken(
            HttpServletRequest request, HttpServletResponse response) {
        return new DeferredCsrfToken() {
            @Override
            public CsrfToken get() {
                return token(request, response);
            }

            @Override
            public boolean isGenerated() {
                return false;
            }
        };
    }

    /** Makes the forms of this very answer fit the session that was just opened. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken token = token(request, response);
        new XorCsrfTokenRequestAttributeHandler().handle(request, response, () -> token);
    }

    private CsrfToken token(HttpServletRequest request, HttpServletResponse response) {
        String device = cookies.device(request, response).cookie();
        String session = cookies.session(request).orElse("");
        return new DefaultCsrfToken(HEADER, FIELD, Secrets.hash("csrf " + device + " " + session));
    }
}
