package org.plumbline.access;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads records as a named service actor, with what {@code access.service_actor} grants it. Nobody is acting meanwhile,
 * so every act and every door refuses: such an actor reads rows for its own upkeep, shows nothing and changes nothing.
 */
@Component
public class ServiceReading {
    private final JdbcClient db;
    private final TransactionTemplate reading;

    ServiceReading(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Runs the body in a read-only transaction of its own.
     *
     * @param actor a name in {@code access.service_actor}; any other sees no record
     */
    public <T> T as(String actor, Supplier<T> body) {
        if (org.plumbline.kernel.Acting.current().isPresent()) {
            throw new IllegalStateException("Service actor " + actor + " does not read on behalf of a person");
        }
        return Objects.requireNonNull(reading.execute(status -> {
            db.sql("select access.enter_service(:actor)")
                    .param("actor", actor)
                    .query((row, n) -> n)
                    .list();
            return body.get();
        }));
    }
}
