package org.plumbline.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.plumbline.access.Access;
import org.plumbline.access.Decision;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Before anything is received, removes what a crash left in the vault: bytes cut short, and bytes without a record. */
@Component
class VaultSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(VaultSweep.class);
    private static final Action SWEEP = new Action("custody.sweep", Right.READ);

    private final Vault vault;
    private final ContentTable table;
    private final SignIn signIn;
    private final Access access;
    private final TransactionTemplate reading;
    private volatile boolean running;

    VaultSweep(Vault vault, ContentTable table, SignIn signIn, Access access, PlatformTransactionManager transactions) {
        this.vault = vault;
        this.table = table;
        this.signIn = signIn;
        this.access = access;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
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
            for (Entrance.Note note : vault.entrance().sweep()) {
                settle(note);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vault's entrance cannot be swept", e);
        }
    }

    /** Looks as the person who brought the bytes; where that person sees the case no more, the bytes stay. */
    private void settle(Entrance.Note note) throws IOException {
        boolean orphan = signIn.acting(note.by(), "sweep", Acting.Channel.JOB)
                .map(acting -> Acting.as(acting, () -> isOrphan(note)))
                .orElse(false);
        if (orphan) {
            Files.deleteIfExists(vault.file(note.caseId(), note.digest()));
            LOG.info("Removed bytes of case {} that no record names", note.caseId());
        }
        Files.deleteIfExists(note.file());
    }

    private boolean isOrphan(Entrance.Note note) {
        return Boolean.TRUE.equals(reading.execute(
                status -> access.decide(Acting.require(), SWEEP, Scope.of(note.caseId())) instanceof Decision.Allowed
                        && table.find(note.caseId(), note.digest()).isEmpty()));
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
