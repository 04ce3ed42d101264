package org.plumbline.engine.log.tree;

/** A tree at a size, by its root. */
public record Tree(long size, Hash root) {
    /** The tree without leaves. */
    public static final Tree EMPTY = new Tree(0, Hash.EMPTY_TREE);

    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("A tree of size " + size);
        }
    }
}
