package org.plumbline.acceptance.tamper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All the ways that are tried. Each statement runs with foreign keys and triggers off, as the superuser can. */
final class Tamperings {
    /** An entry in the middle of the trail, so that something stands before and after it. */
    private static final String MIDDLE =
            "(select entry from audit.position order by index offset (select count(*) / 2 from audit.position) limit 1)";

    private static final String ANY_INDEX = "alter table audit.position drop constraint position_index_from_zero";

    private Tamperings() {}

    static List<Tampering> all() {
        return List.of(
                sql(
                        "a body is changed",
                        "body-changed",
                        "update audit.body set content = replace(content, '\"kind\":\"', '\"kind\":\"x') where entry = "
                                + MIDDLE),
                sql(
                        "a column of an entry is changed",
                        "entry-changed",
                        "update audit.entry set action = 'cases.read' || action where id = " + MIDDLE),
                sql("a body is deleted", "body-missing", "delete from audit.body where entry = " + MIDDLE),
                sql(
                        "an entry is dropped",
                        "entry-missing",
                        "create temp table gone as select " + MIDDLE + " as entry",
                        "delete from audit.body where entry = (select entry from gone)",
                        "delete from audit.position where entry = (select entry from gone)",
                        "delete from audit.entry where id = (select entry from gone)"),
                sql(
                        "an entry is dropped and the gap closed",
                        "place-changed",
                        ANY_INDEX,
                        "create temp table gone as select entry, index from audit.position where entry = " + MIDDLE,
                        "delete from audit.body where entry = (select entry from gone)",
                        "delete from audit.position where entry = (select entry from gone)",
                        "delete from audit.entry where id = (select entry from gone)",
                        "update audit.position set index = -index where index > (select index from gone)",
                        "update audit.position set index = -index - 1 where index < 0"),
                sql(
                        "two entries change places",
                        "place-changed",
                        ANY_INDEX,
                        "create temp table two as select min(index) as one, max(index) as other from (select index from"
                                + " audit.position order by index offset 3 limit 2) p",
                        "update audit.position set index = -1 where index = (select one from two)",
                        "update audit.position set index = (select one from two) where index = (select other from two)",
                        "update audit.position set index = (select other from two) where index = -1"),
                sql(
                        "the newest entries are cut off",
                        "records-behind-log",
                        "create temp table gone as select entry from audit.position order by index desc limit 5",
                        "delete from audit.body where entry in (select entry from gone)",
                        "delete from audit.position where entry in (select entry from gone)",
                        "delete from audit.entry where id in (select entry from gone)"),
                sql(
                        "a place is given twice",
                        "place-changed",
                        "alter table audit.position drop constraint position_index_once",
                        "update audit.position set index = index - 1 where entry = " + MIDDLE),
                sql(
                        "a timestamp is made to say an earlier time",
                        "timestamp-changed",
                        "update audit.checkpoint_timestamp set stamped_at = stamped_at - interval '1 day'"),
                sql(
                        "the end of a timestamp's signature is changed",
                        "timestamp-signature",
                        "update audit.checkpoint_timestamp set token = set_byte(token, octet_length(token) - 9,"
                                + " get_byte(token, octet_length(token) - 9) # 1)"),
                sql("an epoch of the log is deleted", "epoch-missing", "delete from audit.epoch"),
                sql(
                        "an epoch of the log is deleted with its beginning",
                        "epoch-missing",
                        "delete from audit.epoch_placed",
                        "delete from audit.epoch"),
                sql("the beginning of an epoch is deleted", "epoch-missing", "delete from audit.epoch_placed"),
                new Tampering("a bundle of the log is changed", "place-changed", false, Tamperings::changeBundle),
                new Tampering("a tile of hashes is changed", "tile-changed", false, Tamperings::changeTile),
                new Tampering("an object of the vault is changed", "file-changed", false, Tamperings::changeVault),
                new Tampering("an object of the vault is cut short", "file-changed", false, Tamperings::cutVault),
                new Tampering(
                        "two objects of a case are exchanged", "file-changed", false, Tamperings::exchangeInVault),
                new Tampering("an object is added to the vault", "file-unnamed", false, Tamperings::addToVault),
                sql(
                        "the key of a case is changed",
                        "case-key-changed",
                        "update custody.case_key set sealed ="
                                + " set_byte(sealed, octet_length(sealed) - 1, get_byte(sealed, octet_length(sealed) - 1) # 1)"),
                sql(
                        "what a case keeps is counted otherwise",
                        "kept-changed",
                        "update custody.kept set bytes = bytes - 1 where bytes > 0"),
                sql("what a case keeps is not counted", "kept-changed", "delete from custody.kept"),
                sql("the key of a case is gone", "file-missing", "delete from custody.case_key"),
                new Tampering(
                        "the past is written anew with the log's key", "log-forked", true, RewrittenPast::writeAnew));
    }

    private static Tampering sql(String name, String code, String... statements) {
        return new Tampering(name, code, false, data -> Superuser.run(data, List.of(statements)));
    }

    private static void changeBundle(Path data) throws IOException {
        flip(newest(data.resolve("trail/log/tile/entries")));
    }

    private static void changeTile(Path data) throws IOException {
        flip(newest(data.resolve("trail/log/tile/0")));
    }

    private static void changeVault(Path data) throws IOException {
        flip(objects(data).getLast());
    }

    private static void cutVault(Path data) throws IOException {
        Path file = objects(data).getFirst();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
    }

    private static void exchangeInVault(Path data) throws IOException {
        Path first = objects(data).getFirst();
        Path ofCase = first.resolveSibling("").resolveSibling("");
        Path second = objects(data).stream()
                .filter(other -> other.startsWith(ofCase) && !other.equals(first))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(first);
        Files.write(first, Files.readAllBytes(second));
        Files.write(second, bytes);
    }

    private static void addToVault(Path data) throws IOException {
        Path first = objects(data).getFirst();
        Files.copy(
                first,
                first.resolveSibling(new StringBuilder(first.getFileName().toString())
                        .reverse()
                        .toString()));
    }

    private static List<Path> objects(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("vault"))) {
            return files.filter(file -> file.getFileName().toString().length() == 64)
                    .sorted()
                    .toList();
        }
    }

    /** Partial tiles of earlier trees may still lie about; the newest file is the one that counts. */
    private static Path newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparing(Tamperings::written))
                    .orElseThrow();
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
