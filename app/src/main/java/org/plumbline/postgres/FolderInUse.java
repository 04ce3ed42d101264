package org.plumbline.postgres;

import java.nio.file.Path;

/** Another process works in this folder; two at once would damage what it holds. */
public final class FolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, String holder) {
        super("The folder " + folder + " is in use by " + holder
                + ". Only one Plumbline may work in a data folder: stop that one first, or give another folder.");
    }
}
