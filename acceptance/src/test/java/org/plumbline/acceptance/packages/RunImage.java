package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.acceptance.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image layout, unpacked as a container engine does and run by its own words as its own user. */
final class RunImage {
    private final Path layout;
    private final Steps steps;
    private final Path folder;

    RunImage(Path layout, Steps steps, Path folder) {
        this.layout = layout;
        this.steps = steps;
        this.folder = folder;
    }

    void run() throws IOException {
        JsonNode manifest = blob(read(layout.resolve("index.json")).at("/manifests/0/digest"));
        JsonNode config = blob(manifest.at("/config/digest"));
        steps.holds("the image", wrongDigests());
        DebianRoot root = new DebianRoot(Files.createDirectories(folder.resolve("unpacked")));
        for (JsonNode layer : manifest.path("layers")) {
            Ran.words(
                            "tar",
                            "-xzf",
                            file(layer.path("digest")).toString(),
                            "--numeric-owner",
                            "-p",
                            "-C",
                            root.folder().toString())
                    .output();
        }
        int port = Installation.freePort();
        try (Served server =
                Served.by(root.inside(words(config.path("config"), port)), folder.resolve("image.log"), port)) {
            steps.hold("the sign-in page does not answer", server.answerOf("/sign-in") == 200);
            steps.hold(
                    "the check of health fails",
                    root.run("/usr/lib/plumbline/healthy", Integer.toString(port))
                            .well());
            int exit = server.stop();
            steps.hold("the image stopped with " + exit, exit == 143 || exit == 0);
        }
        steps.hold(
                "the check of health passes without a server",
                !root.run("/usr/lib/plumbline/healthy", Integer.toString(port)).well());
    }

    /** The words of the image's own start, as its user, in its folder. */
    private static List<String> words(JsonNode config, int port) {
        String[] user = config.path("User").asString().split(":", -1);
        var words = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + user[0],
                "--regid=" + user[1],
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "env",
                "-i",
                "-C",
                config.path("WorkingDir").asString()));
        config.path("Env").forEach(each -> words.add(each.asString()));
        words.add("PLUMBLINE_PORT=" + port);
        words.add("PLUMBLINE_DOCUMENTS_SANDBOX=reduced");
        config.path("Entrypoint").forEach(each -> words.add(each.asString()));
        config.path("Cmd").forEach(each -> words.add(each.asString()));
        return words;
    }

    private List<String> wrongDigests() throws IOException {
        var wrong = new ArrayList<String>();
        try (Stream<Path> blobs = Files.list(layout.resolve("blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                if (!digest(blob).equals(blob.getFileName().toString())) {
                    wrong.add(blob + " has another digest than its name says");
                }
            }
        }
        return wrong;
    }

    private JsonNode blob(JsonNode digest) throws IOException {
        return read(file(digest));
    }

    private Path file(JsonNode digest) {
        return layout.resolve("blobs").resolve(digest.asString().replace(':', '/'));
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static String digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
