package org.plumbline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.custody.vault.SealedContent;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.Limits;
import org.plumbline.documents.extract.WallsMissing;
import org.plumbline.documents.extract.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has a part of a file given by a reading process to somebody who looks at it now. Called after the consultation is
 * recorded and outside of every transaction: it may take seconds. Nothing of it is kept.
 */
@Component
class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final ExtractorPool pool;
    private final Limits limits;

    Looks(ExtractorPool pool, ReadingLimits limits) {
        this.pool = pool;
        this.limits = limits.limits();
    }

    /** What is made of the part that was given. */
    interface Shown<T> {
        T of(Extraction given) throws IOException;
    }

    /** The bounds within which files are read. */
    Limits limits() {
        return limits;
    }

    /**
     * Asks for a part.
     *
     * @param shown makes something of it before its bytes are deleted
     * @param not what is said where nothing could be given
     */
    <T> T at(SealedContent content, String name, Wanted wanted, Shown<T> shown, Function<Reason, T> not) {
        if (!pool.reads()) {
            return not.apply(Reason.lookWithoutWalls());
        }
        try (InputStream bytes = content.stream()) {
            Optional<Extraction> given = pool.get().look(bytes, name, wanted, limits);
            if (given.isEmpty()) {
                return not.apply(Reason.lookBusy());
            }
            try (Extraction extraction = given.get()) {
                return shown.of(extraction);
            }
        } catch (WallsMissing e) {
            return not.apply(Reason.lookWithoutWalls());
        } catch (IOException e) {
            LOG.warn("A file could not be looked at: {}", e.getClass().getName());
            return not.apply(Reason.unexpected(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return not.apply(Reason.lookBusy());
        }
    }
}
