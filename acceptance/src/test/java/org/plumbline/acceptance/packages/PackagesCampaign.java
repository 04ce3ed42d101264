package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import org.plumbline.acceptance.ThisBuild;

/**
 * The packages, as somebody gets them. Small: the {@code .deb}; full: the container image, and the service under a real
 * systemd, too. Where there can be no Debian below a folder, the package is looked at and run unpacked only.
 */
public final class PackagesCampaign implements Campaign {
    /** Under which the counts name what could not be run here. */
    static final String NOT_RUN = "not_run";

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        var steps = new Steps(progress);
        var counts = new LinkedHashMap<String, Object>();
        var packing = new Packing(ThisBuild.project(), folder);
        var packed = new ArrayList<DebianPackage>();
        prepare(folder);
        steps.then("packed", () -> {
            packing.stage();
            packed.add(new DebianPackage(packing.deb("first")));
        });
        for (DebianPackage deb : packed) {
            counts.put("deb", deb.file().getFileName().toString());
            counts.put("deb_bytes", deb.bytes());
            lookAt(deb, packing, steps);
            Optional<String> impossible = DebianRoot.impossible();
            impossible.ifPresent(why -> counts.put(NOT_RUN, "in a Debian of its own: " + why));
            impossible.ifPresent(why -> progress.accept("Not run in a Debian of its own: " + why));
            if (impossible.isEmpty()) {
                inDebian(size, deb, packing, steps);
            }
        }
        counts.put("seconds_by_step", steps.done());
        return new Outcome(counts, steps.failures());
    }

    private static void lookAt(DebianPackage deb, Packing packing, Steps steps) {
        steps.then("packed again: the same bytes", () -> {
            var second = new DebianPackage(packing.deb("second"));
            steps.hold("two packages of one commit differ", deb.equalsBytesOf(second));
            Files.delete(second.file());
        });
        Path unpacked = packing.folder().resolve("deb");
        steps.then("looked at", () -> {
            steps.holds("the package", deb.faults());
            deb.unpack(unpacked);
            String project = packing.project().toString();
            steps.holds("names a folder of this machine", DebianPackage.naming(unpacked, project + "/"));
        });
        steps.then("run unpacked, by its own runtime", () -> runUnpacked(unpacked, packing.folder(), steps));
    }

    private static void runUnpacked(Path unpacked, Path folder, Steps steps) {
        int port = Installation.freePort();
        List<String> words = List.of(
                unpacked.resolve("usr/bin/plumbline").toString(),
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port));
        try (Served server = Served.by(words, folder.resolve("unpacked.log"), port)) {
            steps.hold("the sign-in page does not answer", server.answerOf("/sign-in") == 200);
            int exit = server.stop();
            steps.hold("stopped with " + exit, exit == 143 || exit == 0);
        }
    }

    private static void inDebian(Size size, DebianPackage deb, Packing packing, Steps steps) {
        Path folder = packing.folder();
        steps.then("a minimal Debian", () -> packing.base("base"));
        boolean full = size == Size.FULL;
        if (full) {
            steps.then(
                    "the image",
                    () -> new RunImage(packing.image("image", folder.resolve("base")), steps, folder).run());
            steps.then("a Debian with systemd", () -> packing.withSystemd("base", "booted"));
        }
        if (Files.isDirectory(folder.resolve("base"))) {
            new InstalledInDebian(new DebianRoot(folder.resolve("base")), deb, steps, folder).live();
        }
        if (full) {
            steps.then("its systemd", () -> underSystemd(deb, packing, steps));
        }
    }

    private static void underSystemd(DebianPackage deb, Packing packing, Steps steps) {
        Path root = packing.folder().resolve("booted");
        Path boot = packing.project().resolve("acceptance/src/test/resources/packages/boot");
        try (var system = SystemdRoot.boot(boot, root, packing.folder().resolve("systemd.log"))) {
            new UnderSystemd(system, root, steps).live(deb);
        }
    }

    /** From the start: half a package or half a Debian can't be taken up. */
    private static void prepare(Path folder) {
        Scratch.delete(folder);
        try {
            Files.createDirectories(folder);
            // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
