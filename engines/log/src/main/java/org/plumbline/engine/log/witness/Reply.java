package org.plumbline.engine.log.witness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.NoteSignature;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** What a witness answers over HTTP. */
public sealed interface Reply {
    /** The media type of a size. */
    String SIZE_TYPE = "text/x.tlog.size";

    /** The checkpoint is stored and cosigned. */
    record Cosigned(List<NoteSignature> signatures) implements Reply {
        public Cosigned {
            signatures = List.copyOf(signatures);
        }
    }

    /** The log was seen last at another size, or at this size with another root. */
    record Conflict(long size, Fault fault) implements Reply {}

    /** Nothing was stored. */
    record No(int status, Refused why) implements Reply {}

    /** The HTTP status. */
    default int status() {
        return switch (this) {
            case Cosigned cosigned -> 200;
            case Conflict conflict -> 409;
            case No no -> no.status();
        };
    }

    /** The media type of the body. */
    default String contentType() {
        return this instanceof Conflict ? SIZE_TYPE : "text/plain; charset=utf-8";
    }

    /** The body. */
    default byte[] body() {
        String text = switch (this) {
            case Cosigned cosigned -> Note.lines(cosigned.signatures());
            case Conflict conflict -> conflict.size() + "\n";
            case No no -> no.why().fault().code() + "\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
