package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.plumbline.documents.extract.HeaderFact;
import org.plumbline.documents.extract.Shortfall;

/**
 * Reads what an image in the Advanced Forensic Format 4 states of itself (AFF4 Standard v1.0, sections 3 and 4): the
 * three small files of its zip. The streams of the image are never opened.
 */
final class Aff4Reader implements FormatReader {
    static final String TYPE = "application/x-aff4";

    private static final String DESCRIPTION = "container.description";
    private static final String VERSION = "version.txt";
    private static final String TURTLE = "information.turtle";
    private static final String SCHEMA = "http://aff4.org/Schema#";
    private static final String A = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    /** The map of a large image is a file of its own; what stands in the turtle is a few kilobytes. */
    private static final int LONGEST_TURTLE = 4 << 20;

    private static final int LONGEST_TEXT = 1 << 16;

    /** Whether a zip is one: by the names of its small files. */
    static boolean isOne(Path file) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            return zip.getEntry(TURTLE) != null && (zip.getEntry(DESCRIPTION) != null || zip.getEntry(VERSION) != null);
        } catch (IOException | RuntimeException e) {
            // Not even a directory: then it is read as the broken zip it is.
            return false;
        }
    }

    @Override
    public void read(Source source, Gathering into) throws IOException {
        var header = new ImageHeader(into);
        try (ZipFile zip = ZipFile.builder().setPath(source.file()).get()) {
            Map<String, String> version =
                    version(text(zip, VERSION, LONGEST_TEXT, into).orElse(""));
            String number = version.getOrDefault("major", "?") + "." + version.getOrDefault("minor", "?");
            header.add(HeaderFact.FORMAT, "AFF4, version " + number);
            header.add(HeaderFact.PROGRAM, version.getOrDefault("tool", ""));
            text(zip, DESCRIPTION, LONGEST_TEXT, into).ifPresent(urn -> header.add(HeaderFact.VOLUME, urn));
            Optional<String> turtle = text(zip, TURTLE, LONGEST_TURTLE, into);
            if (turtle.isPresent()) {
                describe(turtle.get(), header, into);
            }
        }
    }

    private static void describe(String turtle, ImageHeader header, Gathering into) {
        List<Turtle.Triple> triples;
        try {
            triples = Turtle.read(turtle);
        } catch (Turtle.Unreadable unreadable) {
            into.note(new Shortfall.Damaged(TURTLE + ": " + unreadable.getMessage()));
            return;
        }
        var things = new LinkedHashMap<String, List<Turtle.Triple>>();
        triples.forEach(triple ->
                things.computeIfAbsent(triple.subject(), s -> new ArrayList<>()).add(triple));
        things.forEach((subject, said) -> {
            List<String> types = said.stream()
                    .filter(triple -> triple.predicate().equals(A))
                    .map(triple -> local(triple.value()))
                    .toList();
            header.add(HeaderFact.STREAM, subject + (types.isEmpty() ? "" : " (" + String.join(", ", types) + ")"));
            said.stream().filter(t -> t.predicate().startsWith(SCHEMA)).forEach(t -> fact(t, header));
        });
    }

    private static void fact(Turtle.Triple triple, ImageHeader header) {
        String name = local(triple.predicate());
        switch (name) {
            case "size" -> header.add(HeaderFact.SIZE, triple.value());
            case "chunkSize" -> header.add(HeaderFact.CHUNK_BYTES, triple.value());
            case "hash" -> hash(triple, header);
            case "caseNumber" -> header.add(HeaderFact.CASE_NUMBER, triple.value());
            case "evidenceNumber" -> header.add(HeaderFact.EVIDENCE_NUMBER, triple.value());
            case "caseDescription" -> header.add(HeaderFact.DESCRIPTION, triple.value());
            case "examiner" -> header.add(HeaderFact.EXAMINER, triple.value());
            case "diskModel" -> header.add(HeaderFact.MODEL, triple.value());
            case "diskSerial" -> header.add(HeaderFact.SERIAL, triple.value());
            case "blockSize" -> header.add(HeaderFact.SECTOR_BYTES, triple.value());
            case "creationTime" -> header.add(HeaderFact.ACQUIRED, triple.value());
            default -> header.add(HeaderFact.OTHER, name + " = " + triple.value());
        }
    }

    private static void hash(Turtle.Triple triple, ImageHeader header) {
        String kind = local(triple.datatype());
        switch (kind.toUpperCase(Locale.ROOT)) {
            case "MD5" -> header.add(HeaderFact.MD5, triple.value());
            case "SHA1" -> header.add(HeaderFact.SHA1, triple.value());
            default -> header.add(HeaderFact.HASH, kind + " " + triple.value());
        }
    }

    private static String local(String iri) {
        return iri.startsWith(SCHEMA) ? iri.substring(SCHEMA.length()) : iri;
    }

    /** Lines such as {@code major=1}. */
    private static Map<String, String> version(String text) {
        var named = new LinkedHashMap<String, String>();
        text.lines().limit(20).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                named.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return named;
    }

    /** A small file of the zip; absent where there is none, and where it is too long or broken, which is noted. */
    private static Optional<String> text(ZipFile zip, String name, int longest, Gathering into) {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                into.note(new Shortfall.Damaged(name + ": longer than " + longest + " bytes"));
                return Optional.empty();
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException broken) {
            into.note(new Shortfall.Damaged(name + ": " + Verdict.word(broken)));
            return Optional.empty();
        }
    }
}
