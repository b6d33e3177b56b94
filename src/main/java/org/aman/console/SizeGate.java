package org.aman.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what is too large before anybody reads it, and what cannot be read, with a sentence: to a page that sends by itself the word to say
 * it, so that what was typed stays there; to all others a page.
 */
final class SizeGate extends OncePerRequestFilter {
    private final long mostOfFiles;
    private final long mostOfForms;

    /** Both in bytes. */
    SizeGate(long mostOfFiles, long mostOfForms) {
        this.mostOfFiles = mostOfFiles;
        this.mostOfForms = mostOfForms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean withFile = isWithFile(request);
        long length = request.getContentLengthLong();
        boolean unknown = withFile && length < 0;
        if (!unknown && length <= (withFile ? mostOfFiles : mostOfForms)) {
            passOn(request, response, chain);
            return;
        }
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", TooLargePage.PATH);
            return;
        }
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setHeader("HX-Reswap", "none");
        response.setHeader("HX-Trigger", "too-large");
    }

    private static void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Letters in no encoding we know are an exception to whoever asks for any part of the form first. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Whether a form brings a file along. */
    static boolean isWithFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
