package org.plumbline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.custody.vault.SealedContent;
import org.plumbline.custody.vault.Vault;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.Limits;
import org.plumbline.documents.extract.WallsMissing;
import org.plumbline.documents.extract.Wanted;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refusal;
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

    private final DocumentTable documents;
    private final Vault vault;
    private final ExtractorPool pool;
    private final Limits limits;

    Looks(DocumentTable documents, Vault vault, ExtractorPool pool, ReadingLimits limits) {
        this.documents = documents;
        this.vault = vault;
        this.pool = pool;
        this.limits = limits.limits();
    }

    /** What is made of the part that was given. */
    interface Shown<T> {
        T of(Extraction given) throws IOException;
    }

    /** A document with its bytes. */
    record Opened(Document document, SealedContent content) {}

    /** Opens a document within the consultation that looks at it; absent where the acting person sees none. */
    Opened open(CaseId caseId, UUID id) {
        Document document = documents.find(caseId, id).orElseThrow(Refusal.absent()::asException);
        Digest digest = document.item().digest().orElseThrow(Refusal.absent()::asException);
        return new Opened(document, vault.open(caseId, digest));
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
