package org.plumbline.engine.log.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * That an organisation gave files out, and when it says it did: a signed note (docs/formats/log.md, "A statement").
 *
 * @param key under which it is signed, as the statement itself names it: nobody has vouched for it
 * @param files as {@link FilesDigest} has them
 */
public record Statement(VerifierKey key, Instant given, String files) {
    private static final String FIRST_LINE = "plumbline statement 1";
    private static final int LINES = 4;

    /** The statement as a note. */
    public static byte[] sign(SignerKey key, Instant given, String files) throws Refused {
        String text = String.join("\n", FIRST_LINE, "key " + key.verifier(), "given " + given, "files " + files) + "\n";
        return new Note(text, List.of(key.sign(text, given))).bytes();
    }

    /** Reads one, and checks that the key it names has signed it. */
    public static Statement read(byte[] bytes) throws Refused {
        Note note = Note.parse(bytes);
        List<String> lines = note.text().lines().toList();
        if (lines.size() != LINES || !lines.getFirst().equals(FIRST_LINE)) {
            throw new Refused(Fault.EXPORT_FORM, "the statement is of no known form");
        }
        VerifierKey key = VerifierKey.parse(after(lines.get(1), "key "));
        if (key.type() != KeyType.ED25519) {
            throw new Refused(Fault.KEY_TYPE, "an organisation signs with Ed25519");
        }
        String files = after(lines.get(3), "files ");
        if (!files.matches("[0-9a-f]{64}")) {
            throw new Refused(Fault.EXPORT_FORM, "the statement names no SHA-256");
        }
        note.verify(List.of(key));
        return new Statement(key, moment(after(lines.get(2), "given ")), files);
    }

    private static Instant moment(String text) throws Refused {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Fault.EXPORT_FORM, "the statement names no moment");
        }
    }

    private static String after(String line, String name) throws Refused {
        if (!line.startsWith(name)) {
            throw new Refused(Fault.EXPORT_FORM, "the statement has no line \"" + name.strip() + "\"");
        }
        return line.substring(name.length());
    }
}
