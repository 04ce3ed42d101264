package org.plumbline.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plumbline.access.Stamps;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps bytes for a case inside the transaction of the act that asks for it: no row without bytes, and bytes without a
 * row only until the next start.
 */
@Component
public class Contents {
    private final Vault vault;
    private final ContentTable table;
    private final Quotas quotas;
    private final Stamps stamps;
    private final Ids ids;

    Contents(Vault vault, ContentTable table, Quotas quotas, Stamps stamps, Ids ids) {
        this.vault = vault;
        this.table = table;
        this.quotas = quotas;
        this.stamps = stamps;
        this.ids = ids;
    }

    /**
     * Keeps received bytes; the same bytes of the same case are kept once, with a record of their own under each label
     * that has them.
     *
     * @throws org.plumbline.kernel.Refused when a quota leaves no room for them; nothing is kept then
     */
    public Content keep(CaseId caseId, Incoming incoming) {
        quotas.take(caseId, incoming.bytes(), () -> table.isNamed(caseId, incoming.digest()));
        Path note = vault.entrance()
                .note(ids.next(), caseId, incoming.digest(), Acting.require().member());
        TransactionSynchronizationManager.registerSynchronization(new Settled(note));
        vault.place(caseId, incoming);
        Stamp stamp = stamps.inCase(caseId);
        table.insert(ids.next(), stamp, incoming.digest(), incoming.bytes());
        return table.find(stamp, incoming.digest()).orElseThrow();
    }

    /** After a commit the note has done its work; after a roll-back it tells the next start what to look at. */
    private record Settled(Path note) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            try {
                Files.deleteIfExists(note);
            } catch (IOException e) {
                throw new UncheckedIOException("A note in the vault's entrance cannot be deleted", e);
            }
        }
    }
}
