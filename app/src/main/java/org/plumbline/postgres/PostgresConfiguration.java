package org.plumbline.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
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

    /**
     * How to reach the records.
     *
     * @param url JDBC URL
     */
    record Reached(String url, String ownerPassword, String appPassword) {
        @Override
        public String toString() {
            return url;
        }
    }

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

    @Bean
    @Primary
    DataSource dataSource(Reached reached) {
        return pool("app", reached.url(), "plumbline_app", reached.appPassword(), APP_CONNECTIONS);
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Reached reached) {
        return pool("owner", reached.url(), "plumbline_owner", reached.ownerPassword(), 2);
    }

    @Bean
    FlywayConfigurationCustomizer migrations() {
        return Migrations::configure;
    }

    @Bean
    FlywayMigrationStrategy migrating() {
        return flyway -> Migrations.of(flyway).migrate();
    }

    private static DataSource pool(String name, String url, String user, String password, int size) {
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
        return new HikariDataSource(config);
    }
}
