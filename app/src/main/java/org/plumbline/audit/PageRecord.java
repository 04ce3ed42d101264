package org.plumbline.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Right;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The consultation of one request: opened by the web filter, committed before the first byte of the answer. */
@Component
public class PageRecord {
    private static final int REMEMBERED = 10_000;
    private static final Action DOWNLOAD_ENDED = new Action("audit.download-ended", Right.SELF);

    private final Recorder recorder;
    private final EntryTable table;
    private final Ids ids;
    private final TransactionTemplate writing;

    /** Parts already recorded, so that a thousand byte ranges of one file are one part and not a thousand. */
    private final Map<List<Object>, Boolean> parts = java.util.Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    PageRecord(Recorder recorder, EntryTable table, Ids ids, PlatformTransactionManager transactions) {
        this.recorder = recorder;
        this.table = table;
        this.ids = ids;
        this.writing = new TransactionTemplate(transactions);
    }

    /** Opens a consultation for a request; a page id that isn't an entry of the same person is ignored. */
    public Consultation open(Optional<UUID> page) {
        Optional<UUID> partOf = page.filter(
                id -> Acting.current().map(a -> table.isOwnPage(id, a)).orElse(false));
        return new Consultation(ids.next(), partOf);
    }

    /** Runs the rest of the request with the consultation bound. */
    public <T> T during(Consultation consultation, Callable<T> rest) throws Exception {
        return ScopedValue.where(Consultation.CURRENT, consultation).call(rest::call);
    }

    /** Commits what was shown so far; when this fails nothing may be sent. Does nothing when nothing was shown. */
    public void commit() {
        Consultation.current().filter(c -> !c.isEmpty()).ifPresent(this::commit);
    }

    /**
     * Records how a download ended that was on record when it began.
     *
     * @param how complete, cut-off or failed
     * @param sent bytes that left
     * @param whole bytes there were to send, where that was known
     */
    public void ended(Consultation page, String how, long sent, OptionalLong whole) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("ended", how);
        facts.put("bytes-sent", Long.toString(sent));
        whole.ifPresent(bytes -> facts.put("bytes-whole", Long.toString(bytes)));
        page.ended(ids.next(), DOWNLOAD_ENDED, facts).ifPresent(recorder::consultationAlone);
    }

    private void commit(Consultation page) {
        List<Object> part = List.of(page.partOf(), page.shown());
        if (page.partOf().isPresent() && parts.containsKey(part)) {
            page.clear();
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            writing.executeWithoutResult(status -> {
                recorder.consultation(page);
                // Not before the commit, which comes later where the acts of the request are held.
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        recorded(page, part);
                    }
                });
            });
        } else {
            // Nobody's labels are asked for and nothing is rolled back with it: one round trip instead of three.
            recorder.consultationAlone(page);
            recorded(page, part);
        }
        page.clear();
    }

    private void recorded(Consultation page, List<Object> part) {
        page.recordedAs(page.id());
        page.partOf().ifPresent(of -> parts.put(part, true));
    }
}
