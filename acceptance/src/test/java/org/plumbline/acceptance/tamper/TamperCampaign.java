package org.plumbline.acceptance.tamper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.FolderCheck;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/** Changes copies of a stopped installation's folder in every way that is known, and has {@code fsck} name each. */
public final class TamperCampaign implements Campaign {
    private static final Duration SEALED = Duration.ofSeconds(60);

    private final List<String> failures = new ArrayList<>();

    @Override
    public String name() {
        return "tamper";
    }

    @Override
    public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
        int acts = size == Size.SMALL ? 40 : 5_000;
        try {
            prepare(folder);
            Path older = folder.resolve("older");
            Path checkpoint = folder.resolve("checkpoint-kept-elsewhere");
            long entries = work(folder, acts, older, checkpoint);
            progress.accept(entries + " entries sealed, the server stopped");
            Path data = folder.resolve("data");
            expectSound(data, checkpoint);
            Path typed = typed(checkpoint, folder.resolve("checkpoint-typed-from-paper"));
            expectSound(data, typed);
            expectNamed("an older copy is put back, found out by paper", older, typed, "checkpoint-ahead");
            expectNamed("an older copy is put back", older, checkpoint, "checkpoint-ahead");
            List<Tampering> ways = Tamperings.all();
            for (Tampering way : ways) {
                progress.accept(way.name());
                tamper(way, data, folder.resolve("copy"), checkpoint);
            }
            var counts = new LinkedHashMap<String, Object>();
            counts.put("entries_sealed", entries);
            progress.accept("a witness is shown the rewritten past");
            expectWitnessed(data, folder.resolve("copy"), folder.resolve("witness"));
            counts.put("ways_tried", ways.size() + 3);
            counts.put("named", ways.size() + 3 - failures.size());
            return new Outcome(counts, failures);
        } catch (IOException e) {
            throw new UncheckedIOException("The campaign's folders cannot be read", e);
        }
    }

    /** Works, is copied, works on, and is stopped; answers how many entries are sealed. */
    private static long work(Path folder, int acts, Path older, Path checkpoint) throws IOException {
        try (var installation = Installation.demo(folder)) {
            act(installation, acts / 2);
            long half = awaitSealed(installation, acts / 2);
            installation.stop();
            copy(installation.data(), older);
            installation.restart();
            act(installation, acts - acts / 2);
            long whole = awaitSealed(installation, half + acts / 2);
            installation.stop();
            Files.copy(published(installation.data()), checkpoint, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        }
    }

    private static void act(Installation installation, int acts) throws IOException {
        var api = new Api(installation.address(), installation.printed().token());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String path = "/cases/"
                + api.send(
                                "POST",
                                "/cases",
                                Map.of(
                                        "title", "Two surveys",
                                        "type", "inquiry",
                                        "legal_basis", "Inspection Act, section 12",
                                        "reference", "IO-2031/tamper",
                                        "purpose", "Reconciling two surveys",
                                        "valid_from", today.toString(),
                                        "valid_until", today.plusDays(30).toString()))
                        .expect(201)
                        .text("id");
        String ingestion = path + "/ingestions/"
                + api.send("POST", path + "/ingestions", Map.of("title", "One paper"))
                        .expect(201)
                        .text("id");
        api.upload(
                        ingestion + "/files?path=note.txt",
                        "Two surveys, one order.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expect(201);
        api.upload(
                        ingestion + "/files?path=list.txt",
                        "Two cranes, one owner.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expect(201);
        for (int i = 0; i < acts; i++) {
            api.send("POST", path + "/journal", Map.of("heading", "Call " + i, "body", "One order."))
                    .expect(201);
        }
    }

    private static long awaitSealed(Installation installation, long atLeast) {
        Deadline.require(SEALED, atLeast + " entries sealed", () -> size(installation.data()) >= atLeast);
        return size(installation.data());
    }

    private static long size(Path data) {
        try {
            return Long.parseLong(Files.readAllLines(published(data)).get(1));
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static Path published(Path data) {
        return data.resolve("trail/log/checkpoint");
    }

    /** The checkpoint as somebody types it from the printed page. */
    private static Path typed(Path checkpoint, Path typed) throws IOException {
        List<String> note = Files.readAllLines(checkpoint);
        String root = HexFormat.of().formatHex(Base64.getDecoder().decode(note.get(2)));
        String grouped = root.toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
        return Files.writeString(typed, "log " + note.get(0) + "\nsize " + note.get(1) + "\nroot " + grouped + "\n");
    }

    private void expectSound(Path data, Path checkpoint) {
        FolderCheck checked = FolderCheck.fsck(data, Optional.of(checkpoint));
        if (checked.exit() != 0) {
            failures.add("the untouched folder is refused: " + checked.said());
        }
    }

    private void tamper(Tampering way, Path data, Path copy, Path checkpoint) throws IOException {
        copy(data, copy);
        try {
            way.change().in(copy);
        } catch (Exception e) {
            failures.add(way.name() + ": could not be done: " + e);
            return;
        }
        if (way.needsWitness() && FolderCheck.fsck(copy, Optional.empty()).exit() != 0) {
            failures.add(way.name() + ": found out without a checkpoint kept elsewhere, so it was not done well");
        }
        expectNamed(way.name(), copy, checkpoint, way.code());
        Scratch.delete(copy);
    }

    /** A witness that has seen the log before signs nothing of a past that was made anew. */
    private void expectWitnessed(Path data, Path copy, Path seen) throws IOException {
        copy(data, copy);
        try {
            failures.addAll(WitnessedPast.shown(data, copy, Files.createDirectories(seen)));
        } catch (Exception e) {
            failures.add("a witness is shown the rewritten past: could not be done: " + e);
        }
        Scratch.delete(copy);
    }

    private void expectNamed(String name, Path data, Path checkpoint, String code) {
        FolderCheck checked = FolderCheck.fsck(data, Optional.of(checkpoint));
        if (!checked.names(code)) {
            failures.add(
                    name + ": expected " + code + ", fsck answered " + checked.exit() + " and said " + checked.said());
        }
    }

    /** With owners and rights: PostgreSQL runs as somebody else where this runs as root. */
    private static void copy(Path from, Path to) throws IOException {
        Scratch.delete(to);
        try {
            int exit = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("cp -a " + from + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void prepare(Path folder) throws IOException {
        Scratch.delete(folder);
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
