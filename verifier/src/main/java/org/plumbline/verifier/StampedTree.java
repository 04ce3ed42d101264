package org.plumbline.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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

    /** What was stamped, its consistency and its tokens, by the number that their names begin with. */
    static List<StampedTree> all(NavigableMap<String, byte[]> files) throws Refused {
        var trees = new ArrayList<StampedTree>();
        int used = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".text")) {
                String name = file.getKey().substring(0, file.getKey().length() - ".text".length());
                List<byte[]> tokens = tokens(files, name);
                byte[] path = Optional.ofNullable(files.get(name + ".consistency"))
                        .orElseThrow(() -> new Refused(Fault.EXPORT_FORM, name + ".consistency is not there"));
                try {
                    trees.add(StampedTree.read(file.getValue(), path, tokens));
                } catch (Refused e) {
                    throw new Refused(e.fault(), name + ": " + e.detail());
                }
                used += tokens.size() + 2;
            }
        }
        if (used != files.size()) {
            throw new Refused(Fault.EXPORT_FORM, "a timestamp in it belongs to nothing");
        }
        return trees;
    }

    private static List<byte[]> tokens(NavigableMap<String, byte[]> files, String name) throws Refused {
        List<byte[]> tokens = files.subMap(name + "-", true, name + ".", false).entrySet().stream()
                .filter(file -> file.getKey().endsWith(".tsr"))
                .map(Map.Entry::getValue)
                .toList();
        if (tokens.isEmpty()) {
            throw new Refused(Fault.EXPORT_FORM, name + " has no timestamp");
        }
        return tokens;
    }

    /** Checks that a newer tree begins with it, and says what was stamped when. */
    void tell(Checkpoint newer, Said said) throws Refused {
        try {
            requireWithin(newer);
        } catch (Refused e) {
            throw new Refused(e.fault(), "the stamped tree of " + tree.size() + ": " + e.detail());
        }
        for (Timestamp timestamp : timestamps) {
            said.holds("the first " + tree.size() + " entries stood at " + timestamp.at() + ", as "
                    + Said.plain(timestamp.authority()) + " says"
                    + (timestamp.selfAsserted() ? " (self-asserted: the log's own side says so, nobody outside)" : ""));
            said.note("certificate SHA-256 " + timestamp.fingerprint()
                    + (timestamp.selfAsserted() ? "" : "; have the authority confirm it"));
        }
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
