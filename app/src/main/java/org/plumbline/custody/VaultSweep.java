package org.plumbline.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.plumbline.access.ServiceReading;
import org.plumbline.custody.vault.AwaitedArrivals;
import org.plumbline.custody.vault.Entrance;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Before anything is received, removes what a crash left in the vault, bytes cut short and bytes without a record, and
 * seals what versions before this one left in the clear.
 */
@Component
class VaultSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(VaultSweep.class);
    private static final String ACTOR = "vault-sweep";

    private final Vault vault;
    private final ContentTable table;
    private final ServiceReading reading;
    private final ObjectProvider<AwaitedArrivals> awaited;
    private volatile boolean running;

    VaultSweep(Vault vault, ContentTable table, ServiceReading reading, ObjectProvider<AwaitedArrivals> awaited) {
        this.vault = vault;
        this.table = table;
        this.reading = reading;
        this.awaited = awaited;
    }

    /** Early: before the web server and the jobs begin. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        try {
            vault.keepNamed(caseId -> reading.as(ACTOR, () -> table.of(caseId)));
            for (Entrance.Note note : vault.entrance().sweep(this::isAwaited)) {
                settle(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vault's entrance cannot be swept", e);
        }
        vault.sealPlain();
    }

    private boolean isAwaited(CaseId caseId, UUID arriving) {
        return awaited.stream().anyMatch(each -> each.awaits(caseId, arriving));
    }

    /** Looks at the records of the whole case, whoever may see them: bytes that any record names stay. */
    private void settle(Entrance.Note note) throws IOException {
        if (!reading.as(ACTOR, () -> table.isNamed(note.caseId(), note.digest()))) {
            vault.delete(note.caseId(), note.digest());
            LOG.info("Removed bytes of case {} that no record names", note.caseId());
        }
        Files.deleteIfExists(note.file());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
