package org.plumbline.engine.log.store;

import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Tree;

/**
 * The latest tree that was promised: what a log signed last, or what a witness cosigned last.
 *
 * @param note with the log's signature, to be shown should the log ever say otherwise
 */
public record Head(Tree tree, Note note) {
    /** The head that a note states. */
    public static Head of(Note note) throws Refused {
        return new Head(Checkpoint.parse(note.text()).tree(), note);
    }
}
