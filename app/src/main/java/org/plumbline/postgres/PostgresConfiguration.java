package org.plumbline.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The two ways into the records: as the owner, to migrate, and as the application's role, which owns nothing. By
 * default over a server in the data folder; over any other one where {@code plumbline.database.url} names it.
 */
@Configuration(proxyBeanMethods = false)
class PostgresConfiguration {
    private static final int APP_CONNECTIONS = 24;

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "plumbline.database.url", havingValue = "embedded", matchIfMissing = true)
    EmbeddedPostgres embeddedPostgres(@Value("${plumbline.data}") Path data) {
        return EmbeddedPostgres.start(data.resolve("records"), new SecureRandom())
                .provision();
    }

    @Bean
    @ConditionalOnProperty(name = "plumbline.database.url", havingValue = "embedded", matchIfMissing = true)
    Reached embedded(EmbeddedPostgres postgres) {
        return new Reached(postgres.jdbcUrl(), postgres.ownerPassword(), postgres.appPassword());
    }

    @Bean
    @ConditionalOnProperty(name = "plumbline.database.owner-password")
    Reached outside(
            @Value("${plumbline.database.url}") String url,
            @Value("${plumbline.database.owner-password}") String owner,
            @Value("${plumbline.database.app-password}") String app) {
        return new Reached(url, owner, app);
    }

    /** Before anything else reads or migrates. */
    @Bean(destroyMethod = "close")
    RecordsHold recordsHold(
            Reached reached,
            ObjectProvider<EmbeddedPostgres> embedded,
            @Value("${plumbline.data}") Path data,
            ApplicationEventPublisher events) {
        return RecordsHold.take(
                reached,
                Holder.thisProcess(UUID.randomUUID(), data),
                Optional.ofNullable(embedded.getIfAvailable()),
                () -> events.publishEvent(new RecordsTaken(reached)));
    }

    @Bean
    @Primary
    DataSource dataSource(Reached reached, RecordsHold hold) {
        HikariConfig config = config("app", reached.url(), Provisioning.APP, reached.appPassword(), APP_CONNECTIONS);
        config.setConnectionInitSql(hold.joining());
        return new HikariDataSource(config);
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Reached reached, RecordsHold hold) {
        // Flyway takes three at once: its lock, the steps, and what follows them.
        return new HikariDataSource(config("owner", reached.url(), Provisioning.OWNER, reached.ownerPassword(), 3));
    }

    @Bean
    FlywayConfigurationCustomizer migrations() {
        return Migrations::configure;
    }

    @Bean
    FlywayMigrationStrategy migrating() {
        return flyway -> Migrations.of(flyway).migrate();
    }

    private static HikariConfig config(String name, String url, String user, String password, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setIdleTimeout(60_000);
        config.setConnectionTimeout(10_000);
        // A message of the server's may else end with the values of the row that broke a rule.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "plumbline-" + name);
        return config;
    }
}
