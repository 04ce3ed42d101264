package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .deb} as it lies there, looked at without installing it.
 *
 * @param file the package
 */
record DebianPackage(Path file) {
    /** Rights, owner, size, date, time, path (tar's long listing). */
    private static final Pattern ENTRY = Pattern.compile("(\\S{10})\\S? (\\S+) +\\d+ \\S+ \\S+ \\./(.*?)(?: -> .*)?");

    private static final Set<String> NEEDED = Set.of(
            "etc/plumbline/plumbline.toml",
            "lib/systemd/system/plumbline.service",
            "usr/bin/plumbline",
            "usr/lib/plumbline/plumbline.jar",
            "usr/lib/plumbline/runtime/bin/java",
            "usr/lib/plumbline/runtime/legal/java.base/LICENSE",
            "usr/share/doc/plumbline/NOTICE",
            "usr/share/doc/plumbline/changelog.gz",
            "usr/share/doc/plumbline/copyright",
            "usr/share/doc/plumbline/running/server.md",
            "usr/share/doc/plumbline/sbom.json.gz",
            "usr/share/man/man1/plumbline.1.gz");
    /** What may be read by the service alone: keys are put there. */
    private static final Set<String> CLOSED = Set.of("etc/plumbline/", "etc/plumbline/plumbline.toml");

    /** What is wrong with names, owners and rights. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        var missing = new TreeSet<>(NEEDED);
        for (String line : Ran.words("dpkg-deb", "--contents", file.toString())
                .output()
                .lines()
                .toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                faults.add("an entry can't be read: " + line);
                continue;
            }
            missing.remove(entry.group(3));
            fault(entry.group(1), entry.group(2), entry.group(3)).ifPresent(faults::add);
        }
        missing.forEach(path -> faults.add(path + " is missing"));
        if (!field("Depends").contains("adduser") || !field("Architecture").equals("amd64")) {
            faults.add("the control file asks for " + field("Depends") + " on " + field("Architecture"));
        }
        return faults;
    }

    String field(String name) {
        return Ran.words("dpkg-deb", "--field", file.toString(), name).output();
    }

    /** Its files below a new folder, unpacked and not installed. */
    Path unpack(Path to) {
        Ran.words("dpkg-deb", "--extract", file.toString(), to.toString()).output();
        return to;
    }

    /** Files of the unpacked package that name this text, such as a folder of the machine that packed it. */
    static List<String> naming(Path unpacked, String text) {
        return Ran.words("grep", "-rlF", "--exclude=*.jar", "--exclude=modules", "--", text, unpacked.toString())
                .said()
                .lines()
                .toList();
    }

    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the same, byte for byte. */
    boolean equalsBytesOf(DebianPackage other) {
        try {
            return Files.mismatch(file, other.file) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> fault(String rights, String owner, String path) {
        boolean foreign = !path.isEmpty() && !path.matches("(etc|lib|usr)/.*");
        String expected = CLOSED.contains(path) ? "[d-]rw[x-]r-[x-]---" : "(lrwxrwxrwx|[d-]rw[x-]r-[x-]r-[x-])";
        if (foreign || !owner.equals("root/root") || !rights.matches(expected)) {
            return Optional.of(path + " has " + rights + " " + owner);
        }
        return Optional.empty();
    }
}
