package org.plumbline.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Lookups;
import org.plumbline.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Each new transaction says who acts, so that row-level security can repeat the decision. */
@Configuration(proxyBeanMethods = false)
class ActingTransactions {
    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Clock clock) {
        var manager = new JdbcTransactionManager(dataSource);
        manager.addListener(new SayWhoActs(new JdbcTemplate(dataSource), clock));
        return manager;
    }

    private record SayWhoActs(JdbcTemplate db, Clock clock) implements TransactionExecutionListener {
        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            if (failure == null && transaction.isNewTransaction()) {
                if (!transaction.isReadOnly()) {
                    Lookups.end();
                }
                Acting.current().ifPresent(this::enter);
            }
        }

        private void enter(Acting acting) {
            var labels = List.of("labels", acting);
            Lookups.<String>find(labels)
                    .ifPresentOrElse(seen -> again(acting, seen), () -> Lookups.keep(labels, first(acting)));
        }

        private String first(Acting acting) {
            return Objects.requireNonNull(db.queryForObject(
                    "select access.enter(?, ?, ?, ?, ?)",
                    String.class,
                    acting.member().value(),
                    acting.organisation().value(),
                    acting.is(Role.OVERSEER),
                    Asker.of(acting).compartments().toArray(UUID[]::new),
                    clock.instant().atOffset(ZoneOffset.UTC)));
        }

        private void again(Acting acting, String labels) {
            db.query(
                    """
                    select set_config('plumbline.member', ?, true), set_config('plumbline.organisation', ?, true),
                           set_config('plumbline.overseer', ?, true), set_config('plumbline.labels', ?, true)
                    """,
                    row -> {},
                    acting.member().value().toString(),
                    acting.organisation().value().toString(),
                    Boolean.toString(acting.is(Role.OVERSEER)),
                    labels);
        }
    }
}
