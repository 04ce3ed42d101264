package org.plumbline.engine.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BagTest {
    private static final String SEAL = "seal";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsValidAsArchiveAndAsFolder() throws Exception {
        MadeBag bag = bag();
        Path zip = zip(bag);
        bag.writeFolder(folder.resolve("unpacked"));

        try (ZipFiles files = ZipFiles.open(zip)) {
            BagJudgement judgement = Bags.judge(files);
            assertThat(judgement.faults()).isEmpty();
            assertThat(judgement.warnings()).isEmpty();
            assertThat(judgement.sha256())
                    .containsEntry("data/a/photo.jpg", sha256("photo".getBytes(StandardCharsets.UTF_8)));
            assertThat(files.sizes())
                    .isEqualTo(FolderFiles.of(folder.resolve("unpacked")).sizes());
        }
        assertThat(Bags.judge(FolderFiles.of(folder.resolve("unpacked"))).valid())
                .isTrue();
        assertThat(Files.size(zip)).isEqualTo(bag.zipBytes());
        assertThat(bag.digest())
                .isEqualTo(sha256(Files.readAllBytes(folder.resolve("unpacked/" + MadeBag.TAG_MANIFEST))));
    }

    @Test
    void anotherReaderReadsTheArchive() throws Exception {
        try (var read = new ZipFile(zip(bag()).toFile())) {
            assertThat(read.size()).isEqualTo(8);
            assertThat(read.getInputStream(read.getEntry("harbour/data/100% of it.txt"))
                            .readAllBytes())
                    .isEqualTo("ledger".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void noByteOfAnArchiveCanChangeUnnoticed() throws Exception {
        byte[] good = Files.readAllBytes(zip(bag()));
        Path changed = folder.resolve("changed.zip");

        for (int at = 0; at < good.length; at++) {
            byte[] bytes = good.clone();
            bytes[at] ^= 1;
            Files.write(changed, bytes);
            assertThat(noticed(changed)).as("byte %d of %d", at, good.length).isTrue();
        }
    }

    @Test
    void nothingBeforeOrAfterAnArchiveIsTaken() throws Exception {
        byte[] good = Files.readAllBytes(zip(bag()));
        Path changed = folder.resolve("changed.zip");

        for (int cut = 1; cut < good.length; cut++) {
            Files.write(changed, java.util.Arrays.copyOf(good, good.length - cut));
            assertThat(noticed(changed)).as("%d bytes fewer", cut).isTrue();
        }
        for (byte[] bytes : List.of(joined(good, new byte[] {0}), joined(new byte[] {0}, good), joined(good, good))) {
            Files.write(changed, bytes);
            assertThatThrownBy(() -> ZipFiles.open(changed)).isInstanceOf(BagRefused.class);
        }
    }

    @Test
    void anArchiveThatCouldGrowIsRefusedWithoutUnpackingIt() throws Exception {
        Path bomb = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("harbour/bagit.txt"));
            out.write(new byte[1 << 24]);
        }

        assertThatThrownBy(() -> ZipFiles.open(bomb))
                .hasMessageContaining("zip-form: archive: its files are compressed or encrypted; unpack it");
    }

    @Test
    void namesInAnArchiveStayInsideAndStandOnce() throws Exception {
        assertThatThrownBy(() -> ZipFiles.open(archive("harbour/a", "harbour/a")))
                .hasMessageContaining("listed-twice: a: is in the archive twice");
        assertThatThrownBy(() -> ZipFiles.open(archive("harbour/a", "harbour/../../etc/cron")))
                .hasMessageContaining("path-outside: archive: \"../../etc/cron\" has a part");
        assertThatThrownBy(() -> ZipFiles.open(archive("harbour/a", "/etc/cron")))
                .hasMessageContaining("its files are not all in one folder");
        assertThatThrownBy(() -> ZipFiles.open(archive("a"))).hasMessageContaining("not all in one folder");
        assertThatThrownBy(() -> ZipFiles.open(archive("harbour/C:\\x"))).hasMessageContaining("path-outside");
    }

    @Test
    void archivesBeyondFourGigabytesAreReadAndWritten() throws Exception {
        Path large = folder.resolve("large.zip");
        long bytes = 5L << 30;
        List<StoredZip.Member> members = List.of(
                new StoredZip.Member("harbour/disk.dd", bytes, 0), new StoredZip.Member("harbour/note.txt", 0, 0));
        try (var out = FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // A hole stands for the content: only the headers are looked at.
            out.write(ByteBuffer.wrap(StoredZip.local(members.getFirst())), 0);
            long next = members.getFirst().localBytes() + bytes;
            out.write(ByteBuffer.wrap(StoredZip.local(members.getLast())), next);
            out.write(
                    ByteBuffer.wrap(StoredZip.directory(members)),
                    next + members.getLast().localBytes());
        }

        try (ZipFiles files = ZipFiles.open(large);
                var other = new ZipFile(large.toFile())) {
            assertThat(files.sizes()).isEqualTo(Map.of("disk.dd", bytes, "note.txt", 0L));
            assertThat(other.getEntry("harbour/disk.dd").getSize()).isEqualTo(bytes);
        }
    }

    @Test
    void linksInAFolderAreRefused() throws Exception {
        bag().writeFolder(folder.resolve("bag"));
        Files.createSymbolicLink(folder.resolve("bag/data/passwd"), Path.of("/etc/passwd"));

        assertThatThrownBy(() -> FolderFiles.of(folder.resolve("bag")))
                .hasMessage("not-a-file: data/passwd: is a link or a device, not a file");
    }

    @Test
    void foldersWithoutEndAreRefused() throws Exception {
        Files.createDirectories(folder.resolve("bag").resolve("d/".repeat(70)));

        assertThatThrownBy(() -> FolderFiles.of(folder.resolve("bag"))).hasMessageStartingWith("too-large: d/d/");
    }

    @Test
    void eachFindingNamesItsFileAndLine() throws Exception {
        bag().writeFolder(folder.resolve("bag"));
        Path manifest = folder.resolve("bag/manifest-sha256.txt");

        assertThat(first(manifest, "zz  data/x\n")).isEqualTo("manifest-sha256.txt line 3: is not a sha256 and a path");
        assertThat(first(manifest, "0".repeat(64) + "  ~/x\n"))
                .isEqualTo("manifest-sha256.txt line 3: \"~/x\" does not begin inside the bag");
        assertThat(first(manifest, "0".repeat(64) + "  bagit.txt\n"))
                .isEqualTo("manifest-sha256.txt line 3: lists bagit.txt, which belongs elsewhere");
        assertThat(first(manifest, "0".repeat(64) + "  data/gone\n"))
                .isEqualTo("data/gone: is listed in manifest-sha256.txt line 3 and not there");
        assertThat(first(manifest, "\uFEFF" + "0".repeat(64) + "  data/x\n")).contains("line 3: is not a sha256");
        assertThat(first(manifest, "")).isEqualTo("nothing");
    }

    @Test
    void whatWouldHaveToBeFetchedIsNotThere() throws Exception {
        bag().writeFolder(folder.resolve("bag"));
        Files.delete(folder.resolve("bag/data/a/photo.jpg"));
        Files.writeString(folder.resolve("bag/fetch.txt"), "https://harbour.example/photo.jpg 5 data/a/photo.jpg\n");

        BagFinding first =
                Bags.judge(FolderFiles.of(folder.resolve("bag"))).faults().getFirst();

        assertThat(first.fault()).isEqualTo(BagFault.FILE_ELSEWHERE);
        assertThat(first.text()).contains("nothing is ever fetched");
    }

    private String first(Path manifest, String added) throws Exception {
        String before = Files.readString(manifest);
        try {
            Files.writeString(manifest, before + added);
            List<BagFinding> faults =
                    Bags.judge(FolderFiles.of(folder.resolve("bag"))).faults();
            return faults.isEmpty() ? "nothing" : faults.getFirst().text();
        } finally {
            Files.writeString(manifest, before);
        }
    }

    private static boolean noticed(Path zip) throws IOException {
        try (ZipFiles files = ZipFiles.open(zip)) {
            boolean valid = Bags.judge(files).valid();
            // The seal is in no manifest: whoever reads it checks what it says. Its check sum is the archive's.
            return !valid || files.read(SEAL, 1000).length == 0;
        } catch (BagRefused | java.util.zip.ZipException refused) {
            return true;
        }
    }

    private Path archive(String... names) throws IOException {
        List<StoredZip.Member> members = java.util.stream.Stream.of(names)
                .map(name -> new StoredZip.Member(name, 0, 0))
                .toList();
        var out = new ByteArrayOutputStream();
        for (StoredZip.Member member : members) {
            out.write(StoredZip.local(member));
        }
        out.write(StoredZip.directory(members));
        return Files.write(folder.resolve("archive.zip"), out.toByteArray());
    }

    private Path zip(MadeBag bag) throws IOException {
        Path file = folder.resolve("bag.zip");
        try (var out = Files.newOutputStream(file)) {
            bag.writeZip(out);
        }
        return file;
    }

    private static MadeBag bag() {
        return new NewBag()
                .payload(payload("data/a/photo.jpg", "photo"))
                .payload(payload("data/100% of it.txt", "ledger"))
                .tag("metadata/case.json", "{}".getBytes(StandardCharsets.UTF_8))
                .finish("harbour", Map.of("External-Identifier", "2031-0007"), SEAL, manifest -> manifest);
    }

    private static NewBag.Payload payload(String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(bytes);
        return new NewBag.Payload(
                path, bytes.length, sha256(bytes), crc.getValue(), () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
