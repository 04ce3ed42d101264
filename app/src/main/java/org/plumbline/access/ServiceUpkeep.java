package org.plumbline.access;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills in, as a named service actor, what a module works out from its own records: the same as {@link ServiceReading},
 * but what is derived may be written, under the label of the record it comes from. Every act and every door refuses
 * here too, so no record of a person's doing can come about.
 */
@Component
public class ServiceUpkeep {
    private final JdbcClient db;
    private final TransactionTemplate writing;

    ServiceUpkeep(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.writing = new TransactionTemplate(transactions);
        this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Runs the body in a transaction of its own.
     *
     * @param actor a name in {@code access.service_actor}; any other sees no record and writes none
     */
    public <T> T as(String actor, Supplier<T> body) {
        if (org.plumbline.kernel.Acting.current().isPresent()) {
            throw new IllegalStateException("Service actor " + actor + " does not work on behalf of a person");
        }
        return Objects.requireNonNull(writing.execute(status -> {
            db.sql("select access.enter_service(:actor)")
                    .param("actor", actor)
                    .query((row, n) -> n)
                    .list();
            return body.get();
        }));
    }
}
