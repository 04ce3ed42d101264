package org.plumbline.engine.log.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.InclusionProof;

/**
 * That an entry was logged and witnessed, as a text that needs nothing else but a policy (C2SP tlog-proof).
 *
 * @param extra of the application, in base64; nobody has signed it
 * @param path from the leaf's sibling up
 */
public record TlogProof(Optional<String> extra, long index, List<Hash> path, Note checkpoint) {
    /** The name that its files end with. */
    public static final String FILE_ENDING = ".tlog-proof";

    /** Extra data, 63 hashes and a note. */
    public static final int MOST_BYTES = Note.MOST_BYTES + 1_000_000;

    /** A tree of 2^63 leaves has as many levels. */
    private static final int MOST_HASHES = 63;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public TlogProof {
        path = List.copyOf(path);
    }

    /** The proof of an inclusion under a checkpoint. */
    public static TlogProof of(InclusionProof inclusion, Note checkpoint) {
        return new TlogProof(Optional.empty(), inclusion.index(), inclusion.path(), checkpoint);
    }

    /** The same proof with extra data. */
    public TlogProof withExtra(byte[] bytes) {
        return new TlogProof(Optional.of(Strict.base64(bytes)), index, path, checkpoint);
    }

    /** Reads a proof. */
    public static TlogProof parse(byte[] bytes) throws Refused {
        String text = Strict.text(bytes, MOST_BYTES);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new Refused(Fault.PROOF_LINE, "no blank line before the checkpoint");
        }
        var lines = new ArrayList<>(Arrays.asList(text.substring(0, blank).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw new Refused(Fault.PROOF_HEADER, HEADER);
        }
        Optional<String> extra = Optional.empty();
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            extra = Optional.of(lines.removeFirst().substring(EXTRA.length()));
            Strict.base64(extra.get());
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new Refused(Fault.PROOF_LINE, INDEX + "NUMBER");
        }
        long index = Strict.decimal(lines.removeFirst().substring(INDEX.length()));
        byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
        return new TlogProof(extra, index, hashes(lines), Note.parse(note));
    }

    /** Refuses unless the checkpoint holds under the policy and the leaf stands at the index of its tree. */
    public Policy.Accepted verify(Policy policy, Hash leaf) throws Refused {
        Policy.Accepted accepted = policy.check(checkpoint);
        new InclusionProof(index, accepted.checkpoint().size(), path)
                .verify(leaf, accepted.checkpoint().root());
        return accepted;
    }

    /** The proof as it is written. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The proof as it is written. */
    @Override
    public String toString() {
        var text = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(base64 -> text.append(EXTRA).append(base64).append('\n'));
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    private static List<Hash> hashes(List<String> lines) throws Refused {
        if (lines.size() > MOST_HASHES) {
            throw new Refused(Fault.PROOF_TOO_LONG, lines.size() + " hashes");
        }
        var hashes = new ArrayList<Hash>();
        for (String line : lines) {
            hashes.add(Hash.parse(line));
        }
        return hashes;
    }
}
