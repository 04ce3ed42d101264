package org.plumbline.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.timestamp.Timestamp;
import org.plumbline.engine.log.tree.ConsistencyProof;
import org.plumbline.engine.log.tree.Hash;

/**
 * An older tree of the log that authorities have stamped with a time.
 *
 * @param tree its checkpoint, without signatures
 * @param path that a newer tree begins with it
 * @param timestamps of its text
 */
record StampedTree(Checkpoint tree, List<Hash> path, List<Timestamp> timestamps) {
    StampedTree {
        path = List.copyOf(path);
        timestamps = List.copyOf(timestamps);
    }

    /** Reads what an archive holds of it, and checks each timestamp. */
    static StampedTree read(byte[] text, byte[] consistency, List<byte[]> tokens) throws Refused {
        String stamped = new String(text, StandardCharsets.UTF_8);
        var timestamps = new ArrayList<Timestamp>();
        for (byte[] token : tokens) {
            Timestamp timestamp = Timestamp.read(token);
            timestamp.requireOver(stamped);
            timestamps.add(timestamp);
        }
        return new StampedTree(Checkpoint.parse(stamped), path(consistency), timestamps);
    }

    /** Refuses unless this tree of the same log begins with it. */
    void requireWithin(Checkpoint newer) throws Refused {
        if (!tree.origin().equals(newer.origin())) {
            throw new Refused(Fault.LOG_UNKNOWN, "what is stamped is a tree of " + tree.origin());
        }
        new ConsistencyProof(tree.size(), newer.size(), path).verify(tree.root(), newer.root());
    }

    private static List<Hash> path(byte[] lines) throws Refused {
        var path = new ArrayList<Hash>();
        for (String line : new String(lines, StandardCharsets.US_ASCII).lines().toList()) {
            try {
                path.add(Hash.of(Base64.getDecoder().decode(line)));
            } catch (IllegalArgumentException e) {
                throw new Refused(Fault.NOT_BASE64, "a line of a consistency proof");
            }
        }
        return path;
    }
}
