package org.plumbline.custody.vault;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.CaseId;

/** Keys of cases for as long as a test runs. */
final class InMemoryCaseKeys implements CaseKeys {
    private final Map<CaseId, CaseKey> keys = new HashMap<>();

    @Override
    public CaseKey of(CaseId caseId) {
        return keys.computeIfAbsent(caseId, c -> {
            byte[] secret = new byte[CaseKey.BYTES];
            new SecureRandom().nextBytes(secret);
            return new CaseKey(secret);
        });
    }

    @Override
    public Optional<CaseKey> find(CaseId caseId) {
        return Optional.ofNullable(keys.get(caseId));
    }

    @Override
    public void forget(CaseId caseId) {
        keys.remove(caseId);
    }
}
