package org.plumbline.documents.extract.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.plumbline.documents.extract.DocumentType;

/** Finds the type of a file by its content; the name only refines what the content leaves open. */
final class TypeDetection {
    private static final String UNKNOWN = "application/octet-stream";
    private static final String PLAIN = "text/plain";
    private static final int HEAD = 16 << 10;

    /** Types that say only how the bytes are held, so that the name may say what they hold. */
    private static final Set<String> VAGUE = Set.of(
            UNKNOWN, "application/xml", "application/zip", "application/x-tika-msoffice", "application/x-tika-ooxml");

    private static final Pattern HEADER = Pattern.compile("[!-9;-~]{1,70}:.*");
    private static final Pattern FOLDED = Pattern.compile("[ \\t].*");
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "(?im)^(from|to|subject|date|received|message-id|mime-version|return-path|delivered-to|content-type"
                    + "|x-mailer|reply-to|sender|cc):");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();
    private final DefaultDetector detector = new DefaultDetector(types);

    /** A type, and the same with parameters that some parsers go by. */
    record Detected(DocumentType type, String exactType) {}

    Detected detect(Path file, String name) throws IOException {
        String claimed = byName(name);
        if (EwfReader.isOne(file)) {
            return new Detected(new DocumentType(EwfReader.TYPE, claimed, !claimed.isEmpty()), EwfReader.TYPE);
        }
        String found = byContent(file, "");
        if (found.equals(PLAIN)) {
            MediaType named = MediaType.parse(claimed.isEmpty() ? PLAIN : claimed);
            found = registry.isSpecializationOf(named, MediaType.TEXT_PLAIN) ? claimed : found;
        } else if (VAGUE.contains(base(found))) {
            String named = byContent(file, name);
            found = named.equals(UNKNOWN) || mayBe(file, found, named) ? named : found;
        }
        if (found.equals(UNKNOWN) && Charsets.wide(head(file)).isPresent()) {
            found = PLAIN;
        }
        if (found.equals("application/zip")) {
            found = OoxmlReader.typeByParts(file).orElse(found);
        }
        if (found.equals("application/zip") && Aff4Reader.isOne(file)) {
            // It is a zip all the same, and a name that says so does not lie.
            return new Detected(new DocumentType(Aff4Reader.TYPE, claimed, lies(claimed, found)), Aff4Reader.TYPE);
        }
        String exact = found;
        found = asMail(file, name, base(found));
        DocumentType type = new DocumentType(found, claimed, lies(claimed, found));
        return new Detected(type, exact.startsWith(found + ";") ? exact : found);
    }

    String byName(String name) {
        if (name.isBlank() || !name.contains(".")) {
            return "";
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.toLowerCase(Locale.ROOT));
        try {
            String type = types.detect(null, metadata).getBaseType().toString();
            return type.equals(UNKNOWN) ? "" : type;
        } catch (IOException e) {
            throw new IllegalStateException("A name alone cannot fail to be read", e);
        }
    }

    private String byContent(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        if (!name.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, metadata).toString();
        }
    }

    private static String base(String type) {
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters).strip();
    }

    /** A name may refine bytes nothing is known about only when they do not look like text. */
    private boolean mayBe(Path file, String found, String named) throws IOException {
        if (!found.equals(UNKNOWN)) {
            return true;
        }
        byte[] head = head(file);
        return !named.startsWith("text/")
                || !looksBinary(head)
                || Charsets.wide(head).isPresent();
    }

    private static boolean looksBinary(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B) {
                odd++;
            }
        }
        return odd * 10 > head.length;
    }

    /** Mail is text with headers: it is known by them whatever else it looks like, and so is a mailbox by its rule. */
    private static String asMail(Path file, String name, String found) throws IOException {
        boolean maybe = found.startsWith("text/")
                || found.startsWith("multipart/")
                || found.equals("message/rfc822")
                || found.equals("message/news")
                || found.equals("application/mbox")
                || found.equals(UNKNOWN);
        if (!maybe) {
            return found;
        }
        String head = new String(head(file), StandardCharsets.ISO_8859_1);
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(".eml");
        if (head.startsWith("From ") && found.equals("application/mbox")) {
            return named && !MboxReader.hasSecondMail(file) ? "message/rfc822" : found;
        }
        int wanted = named || found.equals("message/rfc822") ? 1 : 3;
        return headers(head) >= wanted ? "message/rfc822" : mailless(found);
    }

    private static String mailless(String found) {
        return found.equals("message/news") || found.startsWith("multipart/") ? "message/rfc822" : found;
    }

    /** How many header lines known in mail the text begins with. */
    private static int headers(String head) {
        int known = 0;
        boolean first = true;
        for (String line : head.stripLeading().split("\r?\n|\r", -1)) {
            if (line.isBlank()) {
                break;
            }
            boolean header = HEADER.matcher(line).matches();
            boolean from = first && (line.startsWith("From ") || line.startsWith(">From "));
            if (!header && !from && (first || !FOLDED.matcher(line).matches())) {
                break;
            }
            known += header && MAIL_HEADER.matcher(line).lookingAt() ? 1 : 0;
            first = false;
        }
        return known;
    }

    private boolean lies(String claimed, String found) {
        if (claimed.isEmpty() || found.equals(UNKNOWN)) {
            return false;
        }
        MediaType said = registry.normalize(MediaType.parse(claimed));
        MediaType is = registry.normalize(MediaType.parse(found));
        return !said.equals(is) && !registry.isSpecializationOf(is, said) && !registry.isSpecializationOf(said, is);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
