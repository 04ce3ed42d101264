package org.plumbline.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A session's last use is written at most once a minute: each page would otherwise wait for one more write to reach the
 * disk, and a session ends after hours, not seconds.
 */
@Configuration(proxyBeanMethods = false)
class SessionWrites {
    private static final String UPDATE = """
            update %TABLE_NAME% s
            set session_id = v.id, last_access_time = v.used, max_inactive_interval = v.idle, expiry_time = v.expiry,
                principal_name = v.principal
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as int), cast(? as bigint), cast(? as text)))
                as v (id, used, idle, expiry, principal)
            where s.primary_id = ?
              and (v.used - s.last_access_time > 60000 or s.session_id <> v.id or s.max_inactive_interval <> v.idle
                   or s.principal_name is distinct from v.principal)
            """;

    /**
     * Sessions are read and written statement by statement: each request reads one row and mostly writes none, and a
     * transaction would say first who acts, which sessions don't depend on.
     */
    @Bean("springSessionTransactionOperations")
    TransactionOperations withoutTransaction() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastUseOnceAMinute() {
        return repository -> repository.setUpdateSessionQuery(UPDATE);
    }
}
