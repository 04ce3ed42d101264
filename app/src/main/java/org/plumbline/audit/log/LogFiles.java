package org.plumbline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tile.TilePath;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The log as C2SP tlog-tiles serves it, for overseers and administrators: hashes and signatures, no content. */
@Service
@Application
public class LogFiles {
    private static final Action OVERSEEN = new Action("audit.read-log", Right.OVERSEE);
    private static final Action ADMINISTERED = new Action("audit.read-log-to-run-it", Right.ADMINISTER);

    private final Acts acts;
    private final TrailLog log;
    private final PlaceTable places;

    LogFiles(Acts acts, TrailLog log, PlaceTable places) {
        this.acts = acts;
        this.places = places;
        this.log = log;
    }

    /** A file of the log. */
    @SuppressWarnings("ArrayRecordComponent") // Handed to the answer as it is, never compared.
    public record LogFile(byte[] bytes, boolean neverChanges) {}

    /** The checkpoint that readers are shown. */
    public LogFile checkpoint() {
        return read("checkpoint", () -> log.checkpoint().map(bytes -> new LogFile(bytes, false)));
    }

    /** The checkpoint that readers are shown, as it is printed. */
    public PaperCheckpoint paper() {
        Action action = Acting.require().is(Role.OVERSEER) ? OVERSEEN : ADMINISTERED;
        return acts.consult(
                action,
                Scope.organisation(),
                () -> Noted.of(printed().orElseThrow(Refusal.absent()::asException))
                        .with("log-file", "checkpoint"));
    }

    /** @param path such as {@code tile/0/x001/067} or {@code tile/entries/003.p/17} */
    public LogFile tile(String path) {
        return read(path, () -> {
            TilePath tile = TilePath.parse(path);
            return log.tile(tile).map(bytes -> new LogFile(bytes, tile.isFull()));
        });
    }

    /** A file that may not be there. */
    @FunctionalInterface
    private interface Reading {
        Optional<LogFile> read() throws IOException, Refused;
    }

    private LogFile read(String path, Reading reading) {
        Action action = Acting.require().is(Role.OVERSEER) ? OVERSEEN : ADMINISTERED;
        return acts.consult(
                action,
                Scope.organisation(),
                () -> Noted.of(found(reading).orElseThrow(Refusal.absent()::asException))
                        .with("log-file", path));
    }

    private Optional<PaperCheckpoint> printed() {
        try {
            Optional<byte[]> shown = log.checkpoint();
            if (shown.isEmpty()) {
                return Optional.empty();
            }
            Checkpoint checkpoint = Checkpoint.parse(Note.parse(shown.get()).text());
            String verifier = log.verifierOf(checkpoint);
            return verifier.isEmpty()
                    ? Optional.empty()
                    : places.firstOver(checkpoint.size() - 1)
                            .map(kept -> PaperCheckpoint.of(checkpoint, verifier, kept.at()));
        } catch (Refused e) {
            throw new IllegalStateException("The checkpoint that is shown cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The trail's files cannot be read", e);
        }
    }

    private static Optional<LogFile> found(Reading reading) {
        try {
            return reading.read();
        } catch (Refused noPath) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The trail's files cannot be read", e);
        }
    }
}
