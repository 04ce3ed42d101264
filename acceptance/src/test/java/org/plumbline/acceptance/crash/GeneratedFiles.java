package org.plumbline.acceptance.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of an invented harbour office, the same for the same seed. */
final class GeneratedFiles {
    private static final List<String> WORDS = List.of(
            "quay",
            "barge",
            "ledger",
            "tide",
            "crane",
            "invoice",
            "survey",
            "payee",
            "harbour",
            "dredging",
            "mooring",
            "pilot",
            "berth",
            "tariff",
            "bollard",
            "manifest",
            "order",
            "register",
            "payment",
            "fender");
    private static final List<String> WHOLE_MAIL = List.of("indexed", "container");
    private static final List<String> NOTHING = List.of("empty");

    private final Random random;
    private int made;

    GeneratedFiles(long seed) {
        this.random = new Random(seed);
    }

    /** So many files, in the order they are sent. */
    List<Expected> make(int count) {
        var files = new ArrayList<Expected>();
        while (files.size() < count) {
            files.add(next(files));
        }
        return List.copyOf(files);
    }

    private Expected next(List<Expected> before) {
        int number = ++made;
        String folder = "box-%02d/".formatted(number % 7);
        int kind = random.nextInt(20);
        if (kind < 3 && before.size() > 5) {
            return before.get(random.nextInt(before.size())).copiedTo(folder + "copy-%04d.bin".formatted(number));
        }
        return switch (kind) {
            case 3 -> Expected.of(folder + "blank-%04d.txt".formatted(number), new byte[0], NOTHING, List.of());
            case 4, 5, 6 -> mail(folder + "letter-%04d.eml".formatted(number), number);
            case 7, 8, 9 -> archive(folder + "bundle-%04d.zip".formatted(number), number);
            case 10, 11, 12, 13 -> Expected.text(folder + "payments-%04d.csv".formatted(number), table(number));
            default -> Expected.text(folder + "note-%04d.txt".formatted(number), prose(number));
        };
    }

    private Expected mail(String path, int number) {
        Expected attached = Expected.text("attached-%04d.txt".formatted(number), prose(number));
        String head = "From: Registry <registry@harbour.example>\r\nTo: Audit <audit@harbour.example>\r\n"
                + "Subject: Order %04d\r\nDate: Tue, 4 Mar 2031 09:%02d:00 +0100\r\n".formatted(number, number % 60)
                + "Message-ID: <order-%04d@harbour.example>\r\nMIME-Version: 1.0\r\n".formatted(number)
                + "Content-Type: multipart/mixed; boundary=\"tide\"\r\n\r\n";
        String text = "--tide\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + prose(number) + "\r\n";
        String attachment = "--tide\r\nContent-Type: text/plain; charset=utf-8; name=\"" + attached.name() + "\"\r\n"
                + "Content-Disposition: attachment; filename=\"" + attached.name() + "\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(attached.bytes()) + "\r\n--tide--\r\n";
        byte[] bytes = (head + text + attachment).getBytes(StandardCharsets.UTF_8);
        return Expected.of(path, bytes, WHOLE_MAIL, List.of(attached));
    }

    private Expected archive(String path, int number) {
        var members = new ArrayList<Expected>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            members.add(Expected.text("member-%04d-%d.txt".formatted(number, i), prose(number)));
        }
        if (random.nextInt(3) == 0) {
            members.add(mail("letter-in-bundle-%04d.eml".formatted(number), number));
        }
        return Expected.of(path, zip(members), List.of("container"), members);
    }

    private String table(int number) {
        var lines = new StringBuilder("date,payee,amount,reference\n");
        int rows = 3 + random.nextInt(40);
        for (int row = 0; row < rows; row++) {
            lines.append("2031-03-%02d,%s %s Ltd,%d.%02d,R%04d-%d%n"
                    .formatted(1 + row % 28, word(), word(), random.nextInt(90_000), row % 100, number, row));
        }
        return lines.toString().replace("\r\n", "\n");
    }

    /** Never the same twice: it begins with a number of its own. */
    private String prose(int number) {
        var text = new StringBuilder(
                "Paper %d of file %04d at the harbour office.%n".formatted(random.nextInt(1_000_000_000), number));
        int words = 20 + random.nextInt(400);
        for (int i = 0; i < words; i++) {
            text.append(word()).append(i % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static byte[] zip(List<Expected> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Expected member : members) {
                var entry = new ZipEntry(member.path());
                entry.setTime(1_930_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(member.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
