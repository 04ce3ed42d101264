package org.plumbline.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Erasure of the body of an entry, as the law may ask: the overseer asks, an administrator confirms, and the act that
 * confirms is the tombstone. The entry, its place in the log and every proof of it stand.
 */
@Service
@Application
public class Erasures {
    private static final Action ASK = new Action("audit.ask-erasure", Right.OVERSEE);
    private static final Action CONFIRM = new Action("audit.erase-body", Right.ADMINISTER);
    private static final Action DECLINE = new Action("audit.decline-erasure", Right.ADMINISTER);
    private static final Action READ = new Action("audit.read-erasures", Right.OVERSEE);
    private static final Action READ_TO_DECIDE = new Action("audit.read-erasures-to-decide", Right.ADMINISTER);

    private final Acts acts;
    private final ErasureTable table;
    private final EntryTable entries;
    private final Ids ids;
    private final Clock clock;

    Erasures(Acts acts, ErasureTable table, EntryTable entries, Ids ids, Clock clock) {
        this.acts = acts;
        this.table = table;
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for the body of an entry to be erased; for the overseer.
     *
     * @param ground the law that asks for it
     * @throws org.plumbline.kernel.Refused when it is erased, asked for already, or itself speaks of an erasure
     */
    public Erasure ask(UUID entry, String ground, String reason) {
        return acts.perform(ASK, Scope.organisation(), () -> {
            TrailEntry found = entries.find(entry).orElseThrow(Refusal.absent()::asException);
            var input = new Input();
            Acting acting = Acting.require();
            var erasure = new Erasure(
                    ids.next(),
                    entry,
                    found.leaf(),
                    input.text("ground", ground, 300),
                    input.text("reason", reason, 2000),
                    acting.member(),
                    clock.instant(),
                    Optional.empty());
            input.check();
            if (found.body().isEmpty()) {
                throw conflict("already-erased");
            }
            if (found.action().equals(CONFIRM.name())) {
                throw conflict("erasure-stands");
            }
            if (table.isOpen(entry)) {
                throw conflict("erasure-asked");
            }
            table.ask(erasure, acting);
            return Noted.of(erasure).with("entry", entry).with("ground", erasure.ground());
        });
    }

    /** Erases the body; for an administrator, never the person who asked. */
    public Erasure confirm(UUID id) {
        return acts.perform(CONFIRM, Scope.organisation(), () -> {
            if (table.isHeld(id)) {
                throw conflict("hold-in-force");
            }
            Erasure asked = decided(id, true);
            if (!table.erase(id)) {
                throw conflict("already-erased");
            }
            return Noted.of(table.find(id).orElseThrow())
                    .with("erased", asked.entry())
                    .with("commitment", asked.commitment())
                    .with("ground", asked.ground())
                    .with("asked-by", asked.by());
        });
    }

    /** Leaves the body where it is; for an administrator. */
    public Erasure decline(UUID id) {
        return acts.perform(DECLINE, Scope.organisation(), () -> {
            Erasure asked = decided(id, false);
            return Noted.of(table.find(id).orElseThrow()).with("entry", asked.entry());
        });
    }

    /** What was asked and decided in the organisation, newest first; for the overseer and for administrators. */
    public List<Erasure> list(Optional<UUID> before, int limit) {
        Action read = Acting.require().is(Role.ADMINISTRATOR) ? READ_TO_DECIDE : READ;
        return acts.consult(read, Scope.organisation(), () -> {
            List<Erasure> found = table.list(before, limit);
            return Noted.of(found).with("erasures", found.size());
        });
    }

    private Erasure decided(UUID id, boolean confirmed) {
        Erasure asked = table.find(id).orElseThrow(Refusal.absent()::asException);
        Acting acting = Acting.require();
        if (asked.by().equals(acting.member())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "erasure-own", Map.of()).asException();
        }
        if (!table.decide(id, confirmed, acting, clock.instant())) {
            throw conflict("erasure-decided");
        }
        return asked;
    }

    private static org.plumbline.kernel.Refused conflict(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of()).asException();
    }
}
