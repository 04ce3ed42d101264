package org.plumbline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.custody.Quotas;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.SealedContent;
import org.plumbline.custody.vault.Vault;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.ExtractionRequest;
import org.plumbline.documents.extract.Limits;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings one item of the ledger to its final state. Whatever the file holds, only its own state tells of it. */
@Component
class ItemReader {
    private static final Logger LOG = LoggerFactory.getLogger(ItemReader.class);

    /** Taken so often without coming to an end, a file is set aside: it ends whatever reads it. */
    private static final int MOST_TIMES = 5;

    private final ExtractorPool pool;
    private final Vault vault;
    private final Filing filing;
    private final IngestQueue queue;
    private final Limits limits;

    ItemReader(ExtractorPool pool, Vault vault, Filing filing, IngestQueue queue, ReadingLimits limits) {
        this.pool = pool;
        this.vault = vault;
        this.filing = filing;
        this.queue = queue;
        this.limits = limits.limits();
    }

    /** The bounds within which files are read. */
    Limits limits() {
        return limits;
    }

    /**
     * How many files are under way at the same time: while as many as there are workers are read, as many are taken or
     * filed.
     */
    int atATime() {
        return 2 * pool.settings().workers();
    }

    /** Whether files are read here: all walls stand that have to. */
    boolean ready() {
        return pool.reads();
    }

    /** Reads an item that was taken for this thread; one that took every run down with it is set aside. */
    void read(CaseId caseId, ItemTable.Taken taken) throws InterruptedException {
        Item item = taken.item();
        try {
            if (taken.times() > MOST_TIMES) {
                filing.close(caseId, item, ItemState.FAILED, List.of(Reason.setAside(MOST_TIMES)));
                return;
            }
            Optional<ExclusionRule> rule = ExclusionRule.of(item.name(), item.bytes());
            if (rule.isPresent()) {
                filing.close(
                        caseId,
                        item,
                        ItemState.EXCLUDED,
                        List.of(Reason.excluded(rule.get().code())));
            } else if (item.bytes() == 0) {
                filing.close(caseId, item, ItemState.EMPTY, List.of());
            } else {
                // What was read before stays a document of its own when it is read again.
                Optional<Item> earlier = item.document().isPresent() ? Optional.empty() : queue.earlier(item);
                if (earlier.isPresent()) {
                    filing.closeDuplicate(caseId, item, earlier.get());
                } else {
                    extract(caseId, item);
                }
            }
        } catch (Refused | DataAccessException | TransactionException e) {
            throw e; // not about this file: the job stops and can be taken up again
        } catch (IOException | RuntimeException e) {
            if (pool.closed()) {
                return; // cut off by the end of the application: the item is taken again at the next start
            }
            LOG.warn("Item {} could not be read: {}", item.id(), e.getClass().getName());
            filing.close(caseId, item, ItemState.FAILED, List.of(Reason.unexpected(e)));
        }
    }

    private void extract(CaseId caseId, Item item) throws IOException, InterruptedException {
        var request = new ExtractionRequest(limits, item.depth(), true, queue.languages(caseId));
        SealedContent content;
        try {
            content = vault.open(caseId, item.digest().orElseThrow());
        } catch (Refused damaged) {
            // Only this file's bytes are at fault: the vault has raised its alarm, and the others go on.
            var failed = new Outcome.Failed(
                    Outcome.Reason.UNREADABLE, damaged.refusal().code());
            filing.close(caseId, item, ItemState.FAILED, Reason.of(failed));
            return;
        }
        try (InputStream bytes = content.stream();
                Extraction extraction = pool.get().extract(bytes, item.name(), request)) {
            if (pool.closed() || Thread.currentThread().isInterrupted()) {
                return;
            }
            file(caseId, item, extraction);
        }
    }

    private void file(CaseId caseId, Item item, Extraction extraction) throws IOException {
        List<FoundChild> children = new ArrayList<>();
        try {
            for (Child child : extraction.children()) {
                children.add(new FoundChild(
                        child, child.bytes() > 0 ? Optional.of(take(caseId, child.content())) : Optional.empty()));
            }
            filing.file(caseId, item, extraction, children);
        } catch (Refused refused) {
            if (!Quotas.isReached(refused)) {
                throw refused;
            }
            filing.fileAlone(caseId, item, extraction, Reason.quotaReached(refused.refusal()));
        } finally {
            children.forEach(child -> child.incoming().ifPresent(Incoming::close));
        }
    }

    private Incoming take(CaseId caseId, Path content) throws IOException {
        // A worker may still hold the folder open: what has become a link since is not followed.
        try (InputStream bytes = Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS)) {
            return vault.take(caseId, bytes);
        }
    }
}
