package org.plumbline.engine.log.witness;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.Head;
import org.plumbline.engine.log.store.Heads;
import org.plumbline.engine.log.tree.ConsistencyProof;
import org.plumbline.engine.log.tree.Tree;

/**
 * Cosigns the checkpoints of logs it knows, each only after the last one it saw (C2SP tlog-witness). What it has seen
 * is stored before it signs; two requests at once never both move the same log.
 */
public final class Witness {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final List<SignerKey> keys;
    private final Map<String, List<VerifierKey>> logs;
    private final Heads seen;
    private final InstantSource clock;

    /**
     * A witness.
     *
     * @param logs the keys of each log, by its origin
     * @param seen where the latest head of each log is stored
     */
    public Witness(List<SignerKey> keys, Map<String, List<VerifierKey>> logs, Heads seen, InstantSource clock)
            throws Refused {
        this.keys = List.copyOf(keys);
        this.logs = Map.copyOf(logs);
        this.seen = seen;
        this.clock = clock;
        for (SignerKey key : keys) {
            if (!key.verifier().type().mayBeOfWitness()) {
                throw new Refused(Fault.KEY_USE, key + " makes no cosignatures");
            }
        }
    }

    /** Answers the body of a request to {@code add-checkpoint}. */
    public Reply addCheckpoint(byte[] body) throws IOException, Refused {
        AddCheckpoint asked;
        Head next;
        try {
            asked = AddCheckpoint.parse(body);
            next = Head.of(asked.checkpoint());
        } catch (Refused e) {
            return new Reply.No(BAD_REQUEST, e);
        }
        String origin = origin(next);
        List<VerifierKey> known = logs.get(origin);
        if (known == null) {
            return new Reply.No(NOT_FOUND, new Refused(Fault.LOG_UNKNOWN, origin));
        }
        try {
            asked.checkpoint().verify(known);
        } catch (Refused e) {
            return new Reply.No(FORBIDDEN, e);
        }
        if (asked.oldSize() > next.tree().size()) {
            String sizes = asked.oldSize() + " > " + next.tree().size();
            return new Reply.No(BAD_REQUEST, new Refused(Fault.OLD_SIZE_LARGER, sizes));
        }
        return follow(origin, asked, next);
    }

    /** Signed by the log: now against what was seen of it. */
    private Reply follow(String origin, AddCheckpoint asked, Head next) throws IOException, Refused {
        Optional<Head> latest = seen.latest(origin);
        Tree last = latest.map(Head::tree).orElse(Tree.EMPTY);
        if (asked.oldSize() != last.size()) {
            return new Reply.Conflict(last.size(), Fault.OLD_SIZE_STALE);
        }
        if (next.tree().size() == last.size() && !next.tree().equals(last)) {
            return new Reply.Conflict(last.size(), Fault.WITNESSED_OTHERWISE);
        }
        List<NoteSignature> signatures;
        try {
            requireConsistent(last, next.tree(), asked);
            // Signed before it is stored, handed out after: what can't be cosigned never counts as seen.
            signatures = cosign(next);
        } catch (Refused e) {
            return new Reply.No(UNPROCESSABLE, e);
        }
        try {
            seen.replace(origin, latest, next);
        } catch (Refused e) {
            if (e.fault() != Fault.HEAD_CHANGED) {
                throw e;
            }
            long size = seen.latest(origin).map(head -> head.tree().size()).orElse(0L);
            return new Reply.Conflict(size, Fault.OLD_SIZE_STALE);
        }
        return new Reply.Cosigned(signatures);
    }

    private static void requireConsistent(Tree last, Tree next, AddCheckpoint asked) throws Refused {
        if (last.size() > 0) {
            new ConsistencyProof(last.size(), next.size(), asked.proof()).verify(last.root(), next.root());
        } else if (!asked.proof().isEmpty()) {
            throw new Refused(Fault.PROOF_TOO_LONG, "none is needed from size 0");
        }
    }

    private List<NoteSignature> cosign(Head head) throws Refused {
        Instant now = clock.instant();
        var signatures = new ArrayList<NoteSignature>();
        for (SignerKey key : keys) {
            signatures.add(key.sign(head.note().text(), now));
        }
        return signatures;
    }

    private static String origin(Head head) {
        return head.note().text().substring(0, head.note().text().indexOf('\n'));
    }
}
