package org.plumbline.audit.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Tree;

/** Whether entries in the order of their places are the past that each of many checkpoints states. */
public final class PublishedPast {
    private final TreeMap<Long, List<Tree>> stated = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final RunningTree derived = new RunningTree();

    /** @param published every checkpoint ever handed out, each signed with this key */
    public PublishedPast(Collection<Note> published, VerifierKey key) {
        for (Note note : published) {
            try {
                note.verify(List.of(key));
                Tree tree = Checkpoint.parse(note.text()).tree();
                stated.computeIfAbsent(tree.size(), size -> new ArrayList<>()).add(tree);
            } catch (Refused e) {
                wrong.add("A checkpoint that was handed out is not signed by the log: " + e.getMessage());
            }
        }
    }

    /** Adds the entry at the next place, as it stands in the log. */
    public void add(byte[] entry) {
        derived.add(entry);
        for (Tree tree : stated.getOrDefault(derived.size(), List.of())) {
            if (!tree.equals(derived.tree())) {
                wrong.add("Another root than now was handed out for size " + tree.size());
            }
        }
    }

    /** What does not hold once all entries were added. */
    public List<String> wrong() {
        var all = new ArrayList<>(wrong);
        stated.tailMap(derived.size(), false)
                .keySet()
                .forEach(size -> all.add("A checkpoint of size " + size + " was handed out, there are only "
                        + derived.size() + " entries"));
        return List.copyOf(all);
    }

    /** How many entries were added. */
    public long entries() {
        return derived.size();
    }
}
