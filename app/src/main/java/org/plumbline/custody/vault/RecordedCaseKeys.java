package org.plumbline.custody.vault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.kernel.CaseId;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.keys.KeyRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys of cases in the records, sealed under the vault's key; those in use are kept open in memory. */
@Component
class RecordedCaseKeys implements CaseKeys {
    private final CaseKeyTable table;
    private final KeyFolder keys;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();
    private final Map<CaseId, CaseKey> open = new ConcurrentHashMap<>();

    RecordedCaseKeys(CaseKeyTable table, KeyFolder keys, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.keys = keys;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A new key is committed by itself: what is sealed under it may outlast a transaction that rolls back. */
    @Override
    public CaseKey of(CaseId caseId) {
        return find(caseId)
                .orElseGet(() -> Objects.requireNonNull(apart.execute(status -> {
                    byte[] secret = new byte[CaseKey.BYTES];
                    random.nextBytes(secret);
                    table.insert(
                            caseId,
                            vaultKey().seal(caseId, secret),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
                    return vaultKey().open(caseId, table.find(caseId).orElseThrow());
                })));
    }

    @Override
    public Optional<CaseKey> find(CaseId caseId) {
        CaseKey known = open.get(caseId);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CaseKey> found = table.find(caseId).map(kept -> vaultKey().open(caseId, kept));
        found.ifPresent(key -> open.put(caseId, key));
        return found;
    }

    @Override
    public void forget(CaseId caseId) {
        open.remove(caseId);
    }

    /** Made with the first key of a case; where there are such keys and it is gone, another would open none of them. */
    private VaultKey vaultKey() {
        return VaultKey.find(keys).orElseGet(() -> {
            if (table.hasAny()) {
                throw new KeyRefused("The data folder has no key \"" + KeyKind.VAULT.code()
                        + "\" any more, and the keys of its cases are sealed under it: put it back from a backup");
            }
            return VaultKey.of(keys);
        });
    }
}
