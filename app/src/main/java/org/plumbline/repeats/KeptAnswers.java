package org.plumbline.repeats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.plumbline.access.Decision;
import org.plumbline.audit.HeldActs;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The answers of a day's keyed writes. A refusal is not kept: nothing was done, so the key is free again. */
@Service
public class KeptAnswers {
    private static final Action REPEAT = new Action("repeats.answer-again", Right.MEMBER);

    /** How long a sender may ask again; the row policy says the same. */
    private static final Duration LIFE = Duration.ofHours(24);

    private final Acts acts;
    private final KeptAnswerTable table;
    private final PlatformTransactionManager transactions;
    private final Ids ids;
    private final Clock clock;

    KeptAnswers(Acts acts, KeptAnswerTable table, PlatformTransactionManager transactions, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** The answer this request got before, for {@link #again}. */
    public Optional<KeptAnswer> find(KeyedRequest request) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return reading.execute(status -> table.find(request, since()));
    }

    /**
     * Shows a kept answer again, as a consultation.
     *
     * @param digest of the request now
     * @throws Refused when this is another request under the same key, or the case may no longer be seen
     */
    public KeptAnswer again(KeptAnswer kept, KeyedRequest request, Digest digest) {
        Scope scope = kept.caseId().<Scope>map(Scope::of).orElseGet(Scope::own);
        return acts.consult(REPEAT, scope, () -> {
            if (!kept.request().equals(digest)) {
                throw Refusal.of(Refusal.Kind.INVALID, "idempotency-key-reused", Map.of("key", request.key()))
                        .asException();
            }
            return Noted.of(kept).with("answered", kept.at()).with("route", request.route());
        });
    }

    /** Holds the acts of a request; its first act is refused while another request has the key. */
    public HeldActs hold(KeyedRequest request) {
        return new HeldActs(transactions, () -> {
            table.clearEnded();
            // An answer that is there now was kept since it was looked for: the next time it is found.
            if (!table.claim(request) || table.find(request, since()).isPresent()) {
                throw inUse(request);
            }
        });
    }

    /**
     * Keeps acts and answer together, or neither.
     *
     * @throws Refused when another request was faster in a way this transaction could not see: it made the case under
     *     whose label its answer is kept
     */
    public void keep(HeldActs held, KeyedRequest request, Digest digest, KeptAnswer.Given given) {
        try {
            keepOrRefuse(held, request, digest, given);
        } catch (Refused taken) {
            acts.consult(REPEAT, Scope.own(), () -> {
                throw taken; // for the trail: what was held is undone, with its entries
            });
        }
    }

    private void keepOrRefuse(HeldActs held, KeyedRequest request, Digest digest, KeptAnswer.Given given) {
        held.keep(() -> {
            Optional<Decision.Allowed> on = held.on();
            Optional<CaseId> caseId = on.flatMap(Decision.Allowed::caseId);
            var kept = new KeptAnswer(digest, clock.instant(), caseId, given);
            if (!table.insert(ids.next(), request, on.flatMap(Decision.Allowed::label), kept)) {
                throw inUse(request);
            }
        });
    }

    private static Refused inUse(KeyedRequest request) {
        return Refusal.of(Refusal.Kind.CONFLICT, "idempotency-key-in-use", Map.of("key", request.key()))
                .asException();
    }

    private Instant since() {
        return clock.instant().minus(LIFE);
    }
}
