package org.plumbline.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.log.refusal.Refused;

/**
 * An evidence package that was checked as {@code verify} checks it, for a program that goes on with what is in it.
 *
 * @param steps what held, in the order checked, in the words of {@code verify}
 */
public record ReadPackage(CheckedPackage found, List<String> steps) {
    private static final String HELD = "ok   ";

    public ReadPackage {
        steps = List.copyOf(steps);
    }

    /**
     * Checks a package, one step after the other.
     *
     * @param vouched keys from elsewhere; without them whatever keys the package names are taken
     * @throws Refused naming the first file that does not hold, and why
     * @throws BagRefused the same of the bag and the archive
     */
    public static ReadPackage of(BagFiles files, Optional<Vouched> vouched) throws IOException, Refused, BagRefused {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, false, StandardCharsets.UTF_8)) {
            CheckedPackage found = new PackageCheck(files, vouched, new Said(out)).check();
            out.flush();
            return new ReadPackage(
                    found,
                    said.toString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith(HELD))
                            .map(line -> line.substring(HELD.length()))
                            .toList());
        }
    }
}
