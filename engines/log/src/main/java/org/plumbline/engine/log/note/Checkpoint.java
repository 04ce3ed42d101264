package org.plumbline.engine.log.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

/**
 * What a log says of itself at one moment (C2SP tlog-checkpoint): the text of a note.
 *
 * @param origin which log
 * @param extensions further lines, without meaning here
 */
public record Checkpoint(String origin, Tree tree, List<String> extensions) {
    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
    }

    /** A checkpoint of three lines. */
    public static Checkpoint of(String origin, Tree tree) throws Refused {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new Refused(Fault.CHECKPOINT_ORIGIN, "one line that is not empty");
        }
        return new Checkpoint(origin, tree, List.of());
    }

    /** Reads the text of a note. */
    public static Checkpoint parse(String text) throws Refused {
        if (!text.endsWith("\n")) {
            throw new Refused(Fault.NOT_TERMINATED, "the checkpoint's last line");
        }
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES || lines.contains("")) {
            throw new Refused(Fault.CHECKPOINT_LINES, "origin, size, root, none empty");
        }
        var tree = new Tree(Strict.decimal(lines.get(1)), Hash.parse(lines.get(2)));
        if (tree.size() == 0 && !tree.equals(Tree.EMPTY)) {
            throw new Refused(Fault.EMPTY_TREE_ROOT, tree.root().toString());
        }
        return new Checkpoint(lines.getFirst(), tree, lines.subList(LINES, lines.size()));
    }

    /** Number of leaves. */
    public long size() {
        return tree.size();
    }

    /** The root over all leaves. */
    public Hash root() {
        return tree.root();
    }

    /** The text to be signed. */
    public String text() {
        var lines = new ArrayList<>(List.of(origin, Long.toString(size()), root().toString()));
        lines.addAll(extensions);
        return String.join("\n", lines) + "\n";
    }
}
