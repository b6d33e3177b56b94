package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void theEmbeddedDatabaseIsMigratedAndSealedOnTheFirstStart() {
        service("jdbc:sqlite:" + folder.resolve("data/aman.db")).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(TransactionTemplate.class);
            assertThat(context.getBean(Dialect.class)).isEqualTo(Dialect.SQLITE);
            assertThat(context.getBean(JdbcClient.class).sql("select count(*) from seal_proof").query(Integer.class).single())
                    .isEqualTo(1);
            assertThat(folder.resolve("keys/aman.key")).exists();
        });
    }

    @Test
    void aPostgresqlAddressIsAllThatAServerNeeds() {
        service(PostgresqlServer.url(PostgresqlServer.empty()))
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=3")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Dialect.class)).isEqualTo(Dialect.POSTGRESQL);
                    assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize())
                            .isEqualTo(3);
                    assertThat(context.getBean(Seal.class).close("chat", "1")).isNotEmpty();
                });
    }

    @Test
    void aSecondStartOpensWhatTheFirstOneClosed() {
        String url = "jdbc:sqlite:" + folder.resolve("aman.db");
        StringBuilder closed = new StringBuilder();
        service(url).run(context -> closed.append(context.getBean(Seal.class).close("chat", "123")));

        service(url).run(context -> assertThat(context.getBean(Seal.class).open("chat", closed.toString()))
                .isEqualTo("123"));
    }

    @Test
    void anUnreachableDatabaseStopsTheStartWithOneLine() {
        service("jdbc:postgresql://localhost:9/aman").run(context -> {
            assertThat(context).hasFailed();
            var analysis = Objects.requireNonNull(new RefusalAnalyzer()
                    .analyze(Objects.requireNonNull(context.getStartupFailure())));
            assertThat(analysis.getDescription())
                    .startsWith("The database at jdbc:postgresql://localhost:9/aman cannot be opened")
                    .doesNotContain("\n");
        });
    }

    @Test
    void aDatabaseThatIsGoneIsReportedAsDown() {
        service("jdbc:sqlite:" + folder.resolve("aman.db"))
                .withConfiguration(AutoConfigurations.of(DataSourceHealthContributorAutoConfiguration.class))
                .run(context -> {
                    HealthIndicator health = context.getBean(DataSourceHealthIndicator.class);
                    assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.UP);

                    context.getBean(HikariDataSource.class).close();

                    assertThat(Objects.requireNonNull(health.health()).getStatus()).isEqualTo(Status.DOWN);
                });
    }

    private ApplicationContextRunner service(String url) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withUserConfiguration(DatabaseConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(ClockSkew.Machine.class, () -> new ClockSkew.Machine(Clock.systemUTC()))
                .withPropertyValues("spring.datasource.url=" + url, "aman.key-file=" + folder.resolve("keys/aman.key"));
    }
}
