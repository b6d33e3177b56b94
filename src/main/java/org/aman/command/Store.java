package org.aman.command;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Export;
import org.aman.knowledge.Import;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The stored knowledge, opened by the same settings as the service and without it; the service may run beside. */
final class Store implements AutoCloseable {
    /** What the service is made of, as far as it keeps knowledge: no web, no folder watch, no channel. */
    private static final Set<String> PARTS = Set.of(
            "org.aman.ScenarioClock",
            "org.aman.database.DatabaseConfiguration",
            "org.aman.staff.Journal",
            "org.aman.staff.Volunteers",
            "org.aman.knowledge.KnowledgeConfiguration",
            "org.aman.knowledge.DeskConfiguration");

    /** What Spring brings for a database; taken last, so that ours goes before. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Ground {}

    private final ConfigurableApplicationContext context;

    private Store(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Store open() {
        return open(Set.of());
    }

    /** @param more parts, by the names of their types */
    static Store open(Set<String> more) {
        Set<String> parts = new HashSet<>(PARTS);
        parts.addAll(more);
        SpringApplication application = new SpringApplication(Ground.class);
        application.setSources(parts);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.org.aman", "warn"));
        return new Store(application.run());
    }

    Import imports() {
        return part(Import.class);
    }

    Export export() {
        return part(Export.class);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
