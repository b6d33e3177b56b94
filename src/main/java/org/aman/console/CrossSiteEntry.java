package org.aman.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Whoever follows a link from elsewhere, such as a message in Telegram's web page, comes without cookies, since ours are
 * never sent along from another site. An empty page leads them on to the same address, now from our own site, with them.
 */
final class CrossSiteEntry extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean fromElsewhere = "GET".equals(request.getMethod())
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
        if (!fromElsewhere) {
            chain.doFilter(request, response);
            return;
        }
        String query = request.getQueryString();
        String here = HtmlUtils.htmlEscape(request.getRequestURI() + (query == null ? "" : "?" + query));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<!DOCTYPE html><title>Aman</title><meta http-equiv=\"refresh\" content=\"0;url=" + here
                        + "\"><a href=\"" + here + "\">&#8635;</a>");
    }
}
