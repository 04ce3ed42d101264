package org.plumbline.acceptance.tamper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.witness.AddCheckpoint;
import org.plumbline.engine.log.witness.Reply;
import org.plumbline.engine.log.witness.Witness;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/** What a witness answers that has seen the true past and is shown the rewritten one, with the best proof there is. */
final class WitnessedPast {
    private WitnessedPast() {}

    /** What was other than it should be. */
    static List<String> shown(Path data, Path copy, Path heads) throws Exception {
        SignerKey log = SignerKey.parse(
                KeyFolder.usual(data).find(KeyKind.TRAIL_LOG).orElseThrow().secret());
        var witness = new Witness(
                List.of(SignerKey.generate("court.example/w", KeyType.COSIGNATURE_ED25519, new SecureRandom())),
                Map.of(log.verifier().name(), List.of(log.verifier())),
                new FileHeads(heads),
                Clock.systemUTC());
        var wrong = new ArrayList<String>();
        Note before = published(data);
        long seen = Checkpoint.parse(before.text()).size();
        if (!(witness.addCheckpoint(new AddCheckpoint(0, List.of(), before).body()) instanceof Reply.Cosigned)) {
            wrong.add("the witness did not sign the true past");
        }
        RewrittenPast.writeAnew(copy);
        Note after = published(copy);
        Log rewritten = Log.open(new FileTileStore(copy.resolve("trail/log")), 1 << 20);
        List<Hash> proof = rewritten.tree().size() > seen
                ? rewritten.proofs(rewritten.tree()).consistency(seen).path()
                : List.of();
        Reply reply = witness.addCheckpoint(new AddCheckpoint(seen, proof, after).body());
        if (reply.status() != 409 && reply.status() != 422) {
            wrong.add("the witness answered the rewritten past with " + reply.status());
        }
        return wrong;
    }

    private static Note published(Path data) throws Exception {
        return Note.parse(Files.readAllBytes(data.resolve("trail/log/checkpoint")));
    }
}
