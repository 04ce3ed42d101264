package org.plumbline.engine.log.tree;

import java.io.IOException;
import org.plumbline.engine.log.refusal.Refused;

/** The nodes of a tree that no later leaf changes: those over 2^level leaves. */
@FunctionalInterface
public interface Nodes {
    /**
     * The hash over the leaves from {@code index * 2^level} to before {@code (index + 1) * 2^level}.
     *
     * @throws Refused when what is stored is missing or damaged
     */
    Hash node(int level, long index) throws IOException, Refused;
}
