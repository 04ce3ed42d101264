package org.plumbline.documents.extract.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Limit;

/**
 * Reads a mail (RFC 5322 and MIME): its headers, its text parts, and every other part as a child, the same name twice
 * being two children.
 */
final class MailReader implements FormatReader {
    /** A text part longer than this is cut; it is still kept whole as the mail itself. */
    private static final int LONGEST_PART = 64 << 20;

    private static final int HEAD = 64 << 10;

    private final TikaReader tika;

    MailReader(TikaReader tika) {
        this.tika = tika;
    }

    @Override
    public void read(Source source, Gathering into) throws Exception {
        strayLines(source, into);
        MimeTokenStream parts = new MimeTokenStream(MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, null);
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()))) {
            skipEnvelope(in);
            parts.parse(in);
            new Walk(parts, into).run();
        }
    }

    /** A line among the headers that is none would be dropped; its words are kept. */
    private static void strayLines(Source source, Gathering into) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(source.file())) {
            head = in.readNBytes(HEAD);
        }
        boolean first = true;
        for (String line : Charsets.decode(head, "").stripLeading().split("\r?\n", -1)) {
            if (line.isEmpty()) {
                return;
            }
            if (line.indexOf(':') < 0 && !Character.isWhitespace(line.charAt(0)) && !first) {
                into.append(line);
                into.line();
            }
            first = false;
        }
    }

    /** A mail cut out of a mailbox may still begin with the line that separated it. */
    private static void skipEnvelope(InputStream in) throws IOException {
        in.mark(8192);
        byte[] start = in.readNBytes(6);
        String begins = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (!begins.startsWith("From ") && !begins.equals(">From ")) {
            in.reset();
            in.mark(8192);
            int c = in.read();
            while (c == '\n' || c == '\r') {
                in.mark(8192);
                c = in.read();
            }
            in.reset();
            return;
        }
        int c = in.read();
        while (c >= 0 && c != '\n') {
            c = in.read();
        }
    }

    /** One pass over the parts of a mail. */
    private final class Walk {
        private final MimeTokenStream parts;
        private final Gathering into;
        private final Deque<String> multiparts = new ArrayDeque<>();
        private PartHeaders headers = new PartHeaders();
        private boolean outermost = true;
        private byte @Nullable [] preamble;

        Walk(MimeTokenStream parts, Gathering into) {
            this.parts = parts;
            this.into = into;
        }

        void run() throws Exception {
            for (EntityState state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
                switch (state) {
                    case T_START_HEADER -> headers = new PartHeaders();
                    case T_FIELD -> headers.add(parts.getField());
                    case T_END_HEADER -> endHeader();
                    case T_START_MULTIPART ->
                        multiparts.push(headers.parameters("Content-Type").value());
                    case T_END_MULTIPART -> multiparts.poll();
                    case T_PREAMBLE -> preamble = parts.getInputStream().readNBytes(LONGEST_PART);
                    case T_BODY -> body();
                    default -> {}
                }
            }
            byte[] kept = preamble;
            if (kept != null && !into.hasText() && !into.hasChildren()) {
                into.append(Charsets.decode(kept, ""));
            }
        }

        private void endHeader() {
            if (outermost) {
                into.mail(headers.mail());
                into.facts().title(headers.text("Subject"));
                outermost = false;
            }
        }

        private void body() throws Exception {
            Parameters type = headers.parameters("Content-Type");
            String disposition = headers.parameters("Content-Disposition").value();
            String name = headers.fileName();
            boolean text = type.value().isEmpty()
                    || type.value().startsWith("text/")
                    || !type.value().contains("/")
                    || isReport(type.value())
                    || type.value().startsWith("multipart/");
            try (InputStream in = decoded()) {
                if (text && name.isEmpty() && !disposition.equals("attachment")) {
                    text(in.readNBytes(LONGEST_PART), type);
                } else {
                    into.child(
                            in, name.isEmpty() ? "" : Names.last(name), name, type.value(), Child.Relation.ATTACHMENT);
                }
            }
        }

        private void text(byte[] bytes, Parameters type) throws Exception {
            if (bytes.length == LONGEST_PART) {
                into.note(new org.plumbline.documents.extract.Shortfall.LimitReached(
                        Limit.CHARACTERS, LONGEST_PART, LONGEST_PART));
            }
            into.line();
            String charset = type.get("charset");
            if (type.value().equals("text/html")) {
                tika.html(bytes, Charsets.of(bytes, charset), into);
            } else {
                into.append(Charsets.decode(bytes, charset));
            }
            into.line();
        }

        private InputStream decoded() throws IOException {
            String encoding = headers.raw("Content-Transfer-Encoding").toLowerCase(Locale.ROOT);
            if (encoding.contains("uue")) {
                byte[] coded = parts.getInputStream().readNBytes(LONGEST_PART);
                return new ByteArrayInputStream(Uuencoding.decode(coded));
            }
            return parts.getDecodedInputStream();
        }

        private static boolean isReport(String type) {
            return type.equals("message/delivery-status")
                    || type.equals("message/disposition-notification")
                    || type.equals("message/feedback-report")
                    || type.equals("message/global-delivery-status");
        }
    }
}
