package org.plumbline.engine.log;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.store.Head;
import org.plumbline.engine.log.store.Heads;
import org.plumbline.engine.log.tree.Tree;

/**
 * Signs checkpoints of a log, and never two pasts: the tree is proven consistent with the one signed last, and the
 * signed checkpoint is stored before anyone sees it.
 */
public final class LogSigner {
    private final String origin;
    private final List<SignerKey> keys;
    private final Heads heads;
    private final InstantSource clock;

    /**
     * Signs for an origin.
     *
     * @param keys of the log, each named like its origin
     */
    public LogSigner(String origin, List<SignerKey> keys, Heads heads, InstantSource clock) throws Refused {
        this.origin = origin;
        this.keys = List.copyOf(keys);
        this.heads = heads;
        this.clock = clock;
        for (SignerKey key : keys) {
            if (!key.verifier().type().mayBeOfLog() || !key.verifier().name().equals(origin)) {
                throw new Refused(Fault.KEY_USE, key + " does not sign for " + origin);
            }
        }
        if (keys.isEmpty()) {
            throw new Refused(Fault.KEY_USE, "no key for " + origin);
        }
    }

    /** What was signed last. */
    public Optional<Note> last() throws IOException, Refused {
        return heads.latest(origin).map(Head::note);
    }

    /**
     * Signs what the log has integrated.
     *
     * @throws Refused {@code LOG_SHRANK} or {@code LOG_FORKED} when it is not what was signed before and more
     */
    public synchronized Note sign(Log log) throws IOException, Refused {
        Tree tree = log.tree();
        Optional<Head> last = heads.latest(origin);
        if (last.isPresent()) {
            requireSamePast(last.get().tree(), log.proofs(tree));
        }
        String text = Checkpoint.of(origin, tree).text();
        Instant now = clock.instant();
        var signatures = new ArrayList<NoteSignature>();
        for (SignerKey key : keys) {
            signatures.add(key.sign(text, now));
        }
        var note = new Note(text, signatures);
        heads.replace(origin, last, Head.of(note));
        return note;
    }

    private void requireSamePast(Tree last, Proofs proofs) throws IOException, Refused {
        Tree tree = proofs.tree();
        if (last.size() > tree.size()) {
            throw new Refused(Fault.LOG_SHRANK, tree.size() + " leaves, but " + last.size() + " are signed");
        }
        if (last.size() == 0) {
            return;
        }
        try {
            proofs.consistency(last.size()).verify(last.root(), tree.root());
        } catch (Refused e) {
            throw new Refused(Fault.LOG_FORKED, "size " + last.size() + " is signed otherwise: " + e.getMessage());
        }
    }
}
