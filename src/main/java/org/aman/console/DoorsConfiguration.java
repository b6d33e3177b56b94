package org.aman.console;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Spring Security before the pages of the console, and before nothing else: residents' pages stay as they are. Put
 * together by hand from the few filters that serve here, which costs a start almost nothing.
 */
@Configuration(proxyBeanMethods = false)
class DoorsConfiguration {
    @Bean
    FilterRegistrationBean<Filter> doors(
            SignedIn signedIn, CsrfTokens tokens, MultipartConfigElement files, TomcatServerProperties forms) {
        CsrfFilter csrf = new CsrfFilter(tokens);
        csrf.setAccessDeniedHandler(
                (request, response, denied) -> response.sendError(HttpServletResponse.SC_FORBIDDEN));
        FilterChainProxy proxy = new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                List.of(
                        new HeaderWriterFilter(List.of(new HstsHeaderWriter())),
                        new CrossSiteEntry(),
                        new SizeGate(files.getMaxFileSize(), forms.getMaxHttpFormPostSize().toBytes()),
                        new SecurityContextHolderFilter(signedIn),
                        csrf)));
        FilterRegistrationBean<Filter> doors = new FilterRegistrationBean<>(proxy);
        doors.setUrlPatterns(List.of("/console", "/console/*"));
        doors.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return doors;
    }

    /** Puts the token into every form of the pages. */
    @Bean
    RequestDataValueProcessor requestDataValueProcessor() {
        return new CsrfRequestDataValueProcessor();
    }
}
