package org.plumbline.audit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.Decision;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The acts of one request, held in one transaction until its answer is known, so that acts and answer are kept together
 * or not at all. Confined to the request's thread; a refusal undoes what was held before it.
 */
public final class HeldActs {
    private static final ScopedValue<HeldActs> CURRENT = ScopedValue.newInstance();

    private final PlatformTransactionManager transactions;
    private final Runnable first;
    private @Nullable TransactionStatus open;
    private Optional<Decision.Allowed> on = Optional.empty();
    private boolean acting;

    /**
     * @param first runs in the transaction before its first act, and may refuse it; the transaction begins only then,
     *     so that no connection is held while a body arrives
     */
    public HeldActs(PlatformTransactionManager transactions, Runnable first) {
        this.transactions = transactions;
        this.first = first;
    }

    /** Runs the rest of a request with its acts held. */
    public <T> T during(Callable<T> rest) throws Exception {
        return ScopedValue.where(CURRENT, this).call(rest::call);
    }

    /** Whether an act was done that is neither kept nor undone yet. */
    public boolean isOpen() {
        return open != null;
    }

    /** What the first act with a label was done on. */
    public Optional<Decision.Allowed> on() {
        return on;
    }

    /** Runs this last in the transaction of the held acts, and commits them together. */
    public void keep(Runnable last) {
        TransactionStatus held = open;
        if (held == null) {
            throw new IllegalStateException("No act is held that could be kept");
        }
        try {
            last.run();
        } catch (RuntimeException | Error failure) {
            undo();
            throw failure;
        }
        open = null;
        transactions.commit(held);
    }

    /** Rolls back what is held; does nothing where nothing is. */
    public void undo() {
        TransactionStatus held = open;
        if (held != null) {
            open = null;
            transactions.rollback(held);
        }
    }

    static Optional<HeldActs> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Whether a call comes from inside another act, whose transaction it shares and which records a refusal. */
    static boolean insideAnAct() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && current().map(held -> held.acting || !held.isOpen()).orElse(true);
    }

    /** Begins the transaction with the first act. */
    void begin() {
        if (open != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        open = transactions.getTransaction(TransactionDefinition.withDefaults());
        first.run();
    }

    void done(Decision.Allowed allowed) {
        if (on.isEmpty() && allowed.label().isPresent()) {
            on = Optional.of(allowed);
        }
    }

    /** Runs an act or a reading of the request; what was held is undone when it fails. */
    <T> T whole(Supplier<T> act) {
        acting = true;
        boolean succeeded = false;
        try {
            T result = act.get();
            succeeded = true;
            return result;
        } finally {
            acting = false;
            if (!succeeded) {
                undo();
            }
        }
    }
}
