package org.plumbline.custody.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.custody.Quotas;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refusal;
import org.plumbline.watching.DiskReserve;
import org.springframework.stereotype.Component;

/** Takes the originals of a package into the vault's entrance, where they wait for the act that keeps them. */
@Component
class Taking {
    private final Vault vault;
    private final Quotas quotas;
    private final DiskReserve reserve;

    Taking(Vault vault, Quotas quotas, DiskReserve reserve) {
        this.vault = vault;
        this.quotas = quotas;
        this.reserve = reserve;
    }

    /**
     * What was taken, in the order of the terms.
     *
     * @param originals absent for a thing
     */
    record Taken(List<Optional<Incoming>> originals) implements AutoCloseable {
        @Override
        public void close() {
            originals.forEach(each -> each.ifPresent(Incoming::close));
        }
    }

    /**
     * Takes all of them, or none.
     *
     * @throws org.plumbline.kernel.Refused before the first, when a quota or the disk has no room for all
     */
    Taken take(CaseId caseId, OpenPackage open) {
        requireRoom(caseId, open);
        var taken = new Taken(new ArrayList<>());
        boolean all = false;
        try {
            List<CustodyChain> chains = open.read().found().chains();
            for (int i = 0; i < chains.size(); i++) {
                Handling.Item item = open.read().found().handling().items().get(i);
                Receipt receipt = chains.get(i).receipt();
                taken.originals().add(item.original().map(path -> original(caseId, open, path, receipt)));
            }
            all = true;
            return taken;
        } finally {
            if (!all) {
                taken.close();
            }
        }
    }

    private void requireRoom(CaseId caseId, OpenPackage open) {
        long bytes = 0;
        for (CustodyChain chain : open.read().found().chains()) {
            Receipt receipt = chain.receipt();
            boolean more = receipt.sha256()
                    .map(hex -> !vault.has(caseId, new Digest(hex)))
                    .orElse(false);
            bytes += more ? receipt.bytes().orElse(0L) : 0;
        }
        quotas.require(caseId, bytes);
        if (!reserve.hasRoom(bytes)) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "upload-no-room", Map.of())
                    .asException();
        }
    }

    private Incoming original(CaseId caseId, OpenPackage open, String path, Receipt receipt) {
        try (InputStream in = open.files().open(path)) {
            Incoming incoming = vault.take(caseId, in);
            if (!incoming.digest().hex().equals(receipt.sha256().orElse(""))) {
                incoming.close();
                throw new IllegalStateException("An original that was checked reads otherwise now");
            }
            return incoming;
        } catch (BagRefused e) {
            throw new IllegalStateException("A file of a package that was checked is not there", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
    }
}
