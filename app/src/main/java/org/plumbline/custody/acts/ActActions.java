package org.plumbline.custody.acts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Right;

/**
 * What each kind of act is on the trail, and what it needs. Whoever works in a case may handle its exhibits, also after
 * its authority is over; that they are the custodian, or have it in hand, the rules of the chain ask. Taking in more
 * needs the authority. Disposing, and releasing what somebody else answers for, is for whoever decides on the case.
 */
final class ActActions {
    private static final Action RELEASE_FOR = new Action("custody.transfer-out-for-another", Right.SUPERVISE);
    private static final Map<Kind, Action> BY_KIND = byKind();

    private ActActions() {}

    static Action of(Act act) {
        return of(act.deed());
    }

    static Action of(Deed deed) {
        return deed instanceof Deed.TransferOut out && out.onBehalf().isPresent() ? RELEASE_FOR : of(deed.kind());
    }

    static Action of(Kind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind));
    }

    private static Map<Kind, Action> byKind() {
        var all = new EnumMap<Kind, Action>(Kind.class);
        all.put(Kind.COLLECT, new Action("custody.collect", Right.WRITE));
        all.put(Kind.SEAL, new Action("custody.seal", Right.HANDLE_EXHIBITS));
        all.put(Kind.INSPECT, new Action("custody.inspect", Right.HANDLE_EXHIBITS));
        all.put(Kind.BREAK_SEAL, new Action("custody.break-seal", Right.HANDLE_EXHIBITS));
        all.put(Kind.RESEAL, new Action("custody.reseal", Right.HANDLE_EXHIBITS));
        all.put(Kind.TRANSFER_OUT, new Action("custody.transfer-out", Right.HANDLE_EXHIBITS));
        all.put(Kind.TRANSFER_IN, new Action("custody.transfer-in", Right.HANDLE_EXHIBITS));
        all.put(Kind.CHECK_OUT, new Action("custody.check-out", Right.HANDLE_EXHIBITS));
        all.put(Kind.CHECK_IN, new Action("custody.check-in", Right.HANDLE_EXHIBITS));
        all.put(Kind.MOVE, new Action("custody.move", Right.HANDLE_EXHIBITS));
        all.put(Kind.COPY, new Action("custody.copy", Right.HANDLE_EXHIBITS));
        all.put(Kind.ANALYSE, new Action("custody.analyse", Right.HANDLE_EXHIBITS));
        all.put(Kind.SPLIT, new Action("custody.split", Right.HANDLE_EXHIBITS));
        all.put(Kind.MERGE_OUT, new Action("custody.merge-out", Right.HANDLE_EXHIBITS));
        all.put(Kind.MERGE_IN, new Action("custody.merge-in", Right.HANDLE_EXHIBITS));
        all.put(Kind.EXCEPTION, new Action("custody.exception", Right.HANDLE_EXHIBITS));
        all.put(Kind.CORRECT, new Action("custody.correct", Right.HANDLE_EXHIBITS));
        all.put(Kind.DISPOSE, new Action("custody.dispose", Right.SUPERVISE));
        return all;
    }
}
