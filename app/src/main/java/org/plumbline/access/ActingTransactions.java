package org.plumbline.access;

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
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        var manager = new JdbcTransactionManager(dataSource);
        manager.addListener(new SayWhoActs(dataSource));
        return manager;
    }

    private record SayWhoActs(DataSource dataSource) implements TransactionExecutionListener {
        @Override
        public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
            if (failure == null && transaction.isNewTransaction()) {
                Acting.current().ifPresent(this::enter);
            }
        }

        private void enter(Acting acting) {
            var connection = DataSourceUtils.getConnection(dataSource);
            try (var statement = connection.prepareStatement("select access.enter(?, ?, ?)")) {
                statement.setObject(1, acting.member().value());
                statement.setObject(2, acting.organisation().value());
                statement.setBoolean(3, acting.is(Role.OVERSEER));
                statement.execute();
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException("The acting person could not be bound to the transaction", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
    }
}
