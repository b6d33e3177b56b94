package org.aman.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aman.Aman;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole service on ports of its own, with the shipped scenario; started once for all tests that carry this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Aman.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:sqlite:target/web-test/aman.db",
            "aman.index=target/web-test/index",
            "aman.key-file=target/web-test/aman.key",
            "aman.telegram.token=",
            "aman.web.questions-per-minute=100000",
            "management.server.port=0",
            "logging.level.org.springframework.web=debug"
        })
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
@ResourceLock("whole service")
@interface WholeService {}
