package org.plumbline.engine.log.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/**
 * A text with signatures (C2SP signed-note). Until {@link #verify} has returned, nothing is known of who wrote it.
 *
 * @param text with its last newline
 */
public record Note(String text, List<NoteSignature> signatures) {
    /** Ample for 100 signatures of the longest kind, 3.3 kB each. */
    public static final int MOST_BYTES = 1_000_000;

    /** The specification asks for 16 at least. */
    public static final int MOST_SIGNATURES = 100;

    private static final String BLANK_LINE = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note. */
    public static Note parse(byte[] bytes) throws Refused {
        String all = Strict.text(bytes, MOST_BYTES);
        // The text may hold blank lines as well: the last one parts it from the signatures.
        int blank = all.lastIndexOf(BLANK_LINE);
        if (blank < 0) {
            throw new Refused(Fault.NOTE_WITHOUT_SIGNATURES, "no blank line");
        }
        if (blank == 0) {
            throw new Refused(Fault.NOTE_WITHOUT_TEXT, "nothing before the blank line");
        }
        return new Note(all.substring(0, blank + 1), signatures(all.substring(blank + BLANK_LINE.length())));
    }

    /** Reads signature lines, each with its newline. */
    public static List<NoteSignature> signatures(String lines) throws Refused {
        if (lines.isEmpty()) {
            throw new Refused(Fault.NOTE_WITHOUT_SIGNATURES, "no line");
        }
        if (!lines.endsWith("\n")) {
            throw new Refused(Fault.NOT_TERMINATED, "the last signature");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw new Refused(Fault.TOO_MANY_SIGNATURES, "at most " + MOST_SIGNATURES);
            }
            signatures.add(NoteSignature.parse(line));
        }
        return signatures;
    }

    /**
     * The signatures of known keys, at least one. Those of unknown keys are passed over; one of a known key that does
     * not verify makes the whole note refused.
     */
    public List<Verified> verify(Collection<VerifierKey> known) throws Refused {
        var verified = new ArrayList<Verified>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (key.claims(signature)) {
                    verified.add(key.verify(text, signature));
                }
            }
        }
        if (verified.isEmpty()) {
            throw new Refused(Fault.SIGNATURE_MISSING, "none of " + known.size() + " known keys");
        }
        return List.copyOf(verified);
    }

    /** The same text with further signatures. */
    public Note with(List<NoteSignature> further) {
        return new Note(
                text,
                Stream.concat(signatures.stream(), further.stream()).distinct().toList());
    }

    /** The note as it is written. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is written. */
    @Override
    public String toString() {
        return text + "\n" + lines(signatures);
    }

    /** Signature lines, each with its newline. */
    public static String lines(List<NoteSignature> signatures) {
        return signatures.stream().map(each -> each.line() + "\n").collect(Collectors.joining());
    }
}
