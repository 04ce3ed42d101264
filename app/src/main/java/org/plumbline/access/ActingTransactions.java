package org.plumbline.access;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
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
        manager.addListener(new SayWhoActs(dataSource, clock));
        return manager;
    }

    private record SayWhoActs(DataSource dataSource, Clock clock) implements TransactionExecutionListener {
        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            if (failure == null && transaction.isNewTransaction()) {
                Acting.current().ifPresent(this::enter);
            }
        }

        private void enter(Acting acting) {
            var connection = DataSourceUtils.getConnection(dataSource);
            try (var statement = connection.prepareStatement("select access.enter(?, ?, ?, ?, ?)")) {
                statement.setObject(1, acting.member().value());
                statement.setObject(2, acting.organisation().value());
                statement.setBoolean(3, acting.is(Role.OVERSEER));
                statement.setArray(
                        4,
                        connection.createArrayOf(
                                "uuid", Asker.of(acting).compartments().toArray()));
                statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
                statement.execute();
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException("The acting person could not be bound to the transaction", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
    }
}
