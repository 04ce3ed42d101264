package org.plumbline.custody;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Input;

/**
 * How a file was handed in.
 *
 * @param name the name as received
 * @param path the path as stated by whoever sent it; data to show, never a path to open
 * @param lineage of an exhibit that comes out of another
 */
public record Received(String name, String path, Origin origin, Lineage lineage) {
    private static final int LONGEST = 4000;

    public Received(String name, String path, Origin origin) {
        this(name, path, origin, Lineage.NONE);
    }

    /** Checks what was stated; a path without a name of its own gives the name. */
    public static Received of(@Nullable String path, Origin origin) {
        var input = new Input();
        String stated = input.text("path", path == null ? null : path.replace('\\', '/'), LONGEST);
        String name = stated.substring(stated.lastIndexOf('/') + 1).strip();
        if (name.isEmpty() && !stated.isEmpty()) {
            input.refuse("path", "path-without-name", java.util.Map.of("path", stated));
        }
        input.check();
        return new Received(name, stated, origin);
    }

    /** Out of an evidence package: its name as the receipt states it, and where it lies in the package. */
    public static Received packed(String name, String path, Lineage lineage) {
        var input = new Input();
        String stated = input.text("name", name, LONGEST);
        input.check();
        return new Received(stated, path, Origin.PACKAGE, lineage);
    }

    Exhibit exhibit(UUID id, org.plumbline.kernel.Stamp stamp, int number, Content content) {
        return new Exhibit(
                id,
                stamp,
                number,
                name,
                path,
                origin,
                java.util.Optional.of(content),
                java.util.Optional.empty(),
                lineage);
    }
}
