package org.aman.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together the database and the seal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class DatabaseConfiguration {
    private static final String EMBEDDED = "jdbc:sqlite:data/aman.db";

    @Bean
    HikariDataSource dataSource(DataSourceProperties settings, Environment environment) {
        String url = settings.getUrl() == null || settings.getUrl().isBlank() ? EMBEDDED : settings.getUrl();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(url);
        pool.setUsername(settings.getUsername());
        pool.setPassword(settings.getPassword());
        Dialect.of(url).tune(pool);
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        return Pool.open(pool);
    }

    @Bean
    Dialect dialect(HikariDataSource dataSource) {
        return Dialect.of(dataSource.getJdbcUrl());
    }

    @Bean
    ClockSkew clockSkew(JdbcClient jdbc, Dialect dialect, ClockSkew.Machine machine) {
        return new ClockSkew(jdbc, dialect, machine);
    }

    @Bean
    FlywayConfigurationCustomizer migrations(Dialect dialect) {
        return flyway -> flyway.placeholders(dialect.placeholders());
    }

    @Bean
    Identifiers identifiers() {
        return new Identifiers(new SecureRandom());
    }

    @Bean
    Seal seal(KeySettings settings, JdbcClient jdbc) {
        return new SealProof(jdbc).seal(new KeyFile(settings.keyFile()));
    }

    /** After the seal, which makes or refuses the key file first. */
    @Bean
    OutsideMemory outsideMemory(
            KeySettings settings, Seal seal, JdbcClient jdbc, Clock clock, Identifiers identifiers) {
        return new OutsideMemory(settings.keyFile(), jdbc, clock, identifiers);
    }

    @Bean
    KeyWatch keyWatch(KeySettings settings, Seal seal) {
        return new KeyWatch(new KeyFile(settings.keyFile()));
    }

    /** Beside the seal's keys, under a name of its own. */
    @Bean
    SigningKey signingKey(KeySettings settings) {
        return SigningKey.in(settings.keyFile().resolveSibling(settings.keyFile().getFileName() + ".signing"));
    }
}
