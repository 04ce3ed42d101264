package org.plumbline.engine.log.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;

/**
 * What a log asks of a witness (C2SP tlog-witness, "add-checkpoint"): the size it was seen at last, a proof of
 * consistency from there, and the checkpoint.
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, Note checkpoint) {
    /** Hashes that may be sent. */
    private static final int MOST_HASHES = 63;

    private static final int MOST_BYTES = Note.MOST_BYTES + 10_000;
    private static final String OLD = "old ";

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads the body of a request. */
    public static AddCheckpoint parse(byte[] body) throws Refused {
        String text = Strict.text(body, MOST_BYTES);
        int blank = text.indexOf("\n\n");
        List<String> lines = Arrays.asList(text.substring(0, Math.max(blank, 0)).split("\n", -1));
        if (blank < 0 || !lines.getFirst().startsWith(OLD) || lines.size() > 1 + MOST_HASHES) {
            throw new Refused(Fault.REQUEST_FORM, "old SIZE, at most 63 hashes, a blank line, a checkpoint");
        }
        long oldSize = Strict.decimal(lines.getFirst().substring(OLD.length()));
        var proof = new ArrayList<Hash>();
        for (String line : lines.subList(1, lines.size())) {
            proof.add(Hash.parse(line));
        }
        Note note = Note.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
        return new AddCheckpoint(oldSize, proof, note);
    }

    /** The body of a request. */
    public byte[] body() {
        var text = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString().getBytes(StandardCharsets.UTF_8);
    }
}
