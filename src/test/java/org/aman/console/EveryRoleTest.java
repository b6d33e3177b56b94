package org.aman.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aman.Aman;
import org.aman.language.Language;
import org.aman.staff.CheapPasswords;
import org.aman.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role, and strangers, against every page and action there is; new ones are found by themselves. */
@Import(CheapPasswords.class)
@SpringBootTest(
        classes = {Aman.class, EveryRoleTest.Hall.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:sqlite:target/every-role-test/aman.db",
            "aman.index=target/every-role-test/index",
            "aman.key-file=target/every-role-test/aman.key",
            "aman.telegram.token=",
            "management.server.port=0"
        })
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class EveryRoleTest {
    private static final int INSIDE = 299;

    @Autowired
    ApplicationContext house;

    @Autowired
    RequestMappingHandlerMapping pages;

    /** Stands behind the door and lets nobody further, so that trying an act does not carry it out. */
    @TestConfiguration
    static class Hall implements WebMvcConfigurer {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new HandlerInterceptor() {
                        @Override
                        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object page) {
                            response.setStatus(INSIDE);
                            return false;
                        }
                    })
                    .addPathPatterns("/console", "/console/**")
                    .order(Ordered.LOWEST_PRECEDENCE);
        }
    }

    /** A page or an act. */
    private record Thing(String method, String path, @Nullable Needs needs, boolean forStrangers) {}

    private List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> page : pages.getHandlerMethods().entrySet()) {
            for (String path : page.getKey().getPatternValues()) {
                if (path.equals("/console") || path.startsWith("/console/")) {
                    for (RequestMethod method : page.getKey().getMethodsCondition().getMethods()) {
                        things.add(new Thing(
                                method.name(),
                                path.replaceAll("\\{[^}]*}", "x"),
                                page.getValue().getMethodAnnotation(Needs.class),
                                page.getValue().hasMethodAnnotation(ForStrangers.class)));
                    }
                }
            }
        }
        return things;
    }

    @Test
    void everyPageAndActSaysWhoMay() {
        assertThat(things()).hasSizeGreaterThan(25);
        assertThat(things()).allMatch(thing -> (thing.needs() == null) == thing.forStrangers());
        Set<String> open = new TreeSet<>();
        things().stream().filter(Thing::forStrangers).forEach(thing -> open.add(thing.method() + " " + thing.path()));
        assertThat(open)
                .as("what opens to whoever comes")
                .containsExactly(
                        "GET /console/link/x", "GET /console/sign-in", "GET /console/sign-in/passkey", "GET /console/too-large", "POST /console/link/x", "POST /console/sign-in",
                        "POST /console/sign-in/again");
    }

    @Test
    void p13_a13_a14_everyRoleGetsWhereItMayAndNowhereElse() throws Exception {
        Map<Role, StaffBrowser> browsers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            browsers.put(role, StaffBrowser.of(house, role, Language.ENGLISH));
        }
        for (Thing thing : things()) {
            for (Role role : Role.values()) {
                boolean may = thing.needs() == null || role.may(thing.needs().value());
                assertThat(tried(browsers.get(role), thing))
                        .as("%s at %s %s", role, thing.method(), thing.path())
                        .isEqualTo(may ? INSIDE : 404);
            }
        }
    }

    @Test
    void strangersGetToTheWayInAndNowhereElse() throws Exception {
        StaffBrowser stranger = StaffBrowser.stranger(house);
        for (Thing thing : things()) {
            int status = tried(stranger, thing);
            if (thing.forStrangers()) {
                assertThat(status).as("%s", thing).isEqualTo(INSIDE);
            } else if (thing.method().equals("GET")) {
                assertThat(status).as("%s", thing).isEqualTo(303);
            } else {
                // Led to the sign-in page, which this test's hall stands before too.
                assertThat(status).as("%s", thing).isEqualTo(INSIDE);
            }
        }
    }

    @Test
    void a9_noActIsTakenWithoutTheTokenOfItsSession() throws Exception {
        StaffBrowser admin = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);
        for (Thing thing : things()) {
            if (thing.method().equals("POST")) {
                assertThat(admin.postBare(thing.path(), "a=b").statusCode()).as("%s", thing).isEqualTo(400);
            }
        }
    }

    @Test
    void a11_noActIsTakenByGet() throws Exception {
        StaffBrowser admin = StaffBrowser.of(house, Role.ADMIN, Language.ENGLISH);
        Set<String> read = new TreeSet<>();
        things().stream().filter(thing -> thing.method().equals("GET")).forEach(thing -> read.add(thing.path()));
        for (Thing thing : things()) {
            if (!read.contains(thing.path())) {
                assertThat(admin.get(thing.path()).statusCode()).as("%s", thing).isNotEqualTo(INSIDE);
            }
        }
    }

    private static int tried(StaffBrowser browser, Thing thing) throws Exception {
        HttpResponse<String> answer =
                thing.method().equals("GET") ? browser.get(thing.path()) : browser.post(thing.path());
        return answer.statusCode();
    }
}
