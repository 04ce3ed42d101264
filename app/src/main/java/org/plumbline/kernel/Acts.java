package org.plumbline.kernel;

import java.util.function.Supplier;

/**
 * Port: the one way into every application method. Asks {@code access} (who, what, for which purpose, why), runs the
 * body, and has {@code audit} record it. A refusal is recorded too.
 */
public interface Acts {
    /**
     * An act: decision, body and entry in one transaction.
     *
     * @throws Refused when the policy says no; the refusal is on the trail and nothing of the body happened
     */
    <T> T perform(Action action, Scope scope, Supplier<Noted<T>> body);

    /**
     * A consultation: decision and body in a read-only transaction. What was shown joins the entry of the page or
     * answer, which is committed before its first byte leaves; if it can't be recorded, nothing is shown.
     *
     * @throws Refused when the policy says no; the refusal is on the trail
     */
    <T> T consult(Action action, Scope scope, Supplier<Noted<T>> body);
}
