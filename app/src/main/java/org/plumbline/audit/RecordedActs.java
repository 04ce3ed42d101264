package org.plumbline.audit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.access.Access;
import org.plumbline.access.Decision;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decision, body and entry in one transaction; a refusal in a transaction of its own after the roll-back. */
@Component
class RecordedActs implements Acts {
    private final Access access;
    private final Recorder recorder;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    RecordedActs(Access access, Recorder recorder, PlatformTransactionManager transactions) {
        this.access = access;
        this.recorder = recorder;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public <T> T perform(Action action, Scope scope, Supplier<Noted<T>> body) {
        return refusable(action, scope, () -> {
            HeldActs.current().ifPresent(HeldActs::begin);
            return writing.execute(status -> {
                Acting acting = Acting.require();
                Decision.Allowed allowed = allowedOrThrow(acting, action, scope);
                Noted<T> noted = body.get();
                Decision.Allowed on = noted.under()
                        .map(label -> new Decision.Allowed(Optional.of(label), allowed.caseId()))
                        .or(() -> noted.opened().map(this::under))
                        .orElse(allowed);
                recorder.record(
                        noted.opened()
                                .map(this::purposeOf)
                                .map(acting::withPurpose)
                                .orElse(acting),
                        action,
                        on,
                        noted);
                // Under a label that the acting person may not see now, the answer is kept as theirs alone.
                HeldActs.current().filter(held -> noted.under().isEmpty()).ifPresent(held -> held.done(on));
                return noted;
            });
        });
    }

    @Override
    public <T> T consult(Action action, Scope scope, Supplier<Noted<T>> body) {
        return refusable(
                action,
                scope,
                () -> consulting().execute(status -> {
                    Decision.Allowed allowed = allowedOrThrow(Acting.require(), action, scope);
                    Noted<T> noted = body.get();
                    recorder.shown(action, allowed, noted);
                    return noted;
                }));
    }

    /** Outside a page the entry is written at once, so the transaction can't be read-only. */
    private TransactionTemplate consulting() {
        return Consultation.current().isPresent() ? reading : writing;
    }

    /** A new case gets its label while the act runs, so the decision alone doesn't name it. */
    private Decision.Allowed under(CaseId opened) {
        return new Decision.Allowed(Optional.of(access.labelOf(opened)), Optional.of(opened));
    }

    /** A case is opened for the purpose that its own authority states. */
    private Optional<Acting.Purpose> purposeOf(CaseId opened) {
        return access.purpose(opened).map(text -> new Acting.Purpose(opened, text));
    }

    private Decision.Allowed allowedOrThrow(Acting acting, Action action, Scope scope) {
        return switch (access.decide(acting, action, scope)) {
            case Decision.Allowed allowed -> allowed;
            case Decision.Denied denied -> throw denied.refusal().asException();
        };
    }

    private <T> T refusable(Action action, Scope scope, Supplier<Noted<T>> whole) {
        if (HeldActs.insideAnAct()) {
            // That act's transaction rolls back, and it records the refusal.
            return whole.get().value();
        }
        try {
            return HeldActs.current()
                    .map(held -> held.whole(whole))
                    .orElseGet(whole)
                    .value();
        } catch (Refused refused) {
            recordRefusal(action, scope, refused);
            throw refused;
        }
    }

    private void recordRefusal(Action action, Scope scope, Refused refused) {
        writing.executeWithoutResult(status -> {
            Acting acting = Acting.require();
            Decision.Allowed on = switch (access.decide(acting, action, scope)) {
                case Decision.Allowed allowed -> allowed;
                case Decision.Denied denied -> new Decision.Allowed(denied.label(), denied.caseId());
            };
            recorder.refused(acting, action, on, refused.refusal(), asked(scope));
        });
    }

    private static Map<String, String> asked(Scope scope) {
        return scope instanceof Scope.OfCase of ? Map.of("asked", of.caseId().toString()) : Map.of();
    }
}
