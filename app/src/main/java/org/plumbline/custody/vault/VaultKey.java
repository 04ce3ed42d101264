package org.plumbline.custody.vault;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.keys.KeyRefused;
import org.plumbline.keys.SealingKey;

/** The installation's key under which the keys of all cases lie sealed in the records. */
final class VaultKey {
    private final SealingKey sealing;

    private VaultKey(KeyFolder.Key key) {
        this.sealing = new SealingKey(HexFormat.of().parseHex(key.secret()));
    }

    /** The folder's; made where it has none. */
    static VaultKey of(KeyFolder keys) {
        return new VaultKey(keys.of(KeyKind.VAULT, VaultKey::made));
    }

    /** The folder's; absent where it has none. */
    static Optional<VaultKey> find(KeyFolder keys) {
        return keys.find(KeyKind.VAULT).map(VaultKey::new);
    }

    byte[] seal(CaseId caseId, byte[] secret) {
        return sealing.seal(secret, purpose(caseId));
    }

    /** @throws KeyRefused when it was sealed under another key, for another case, or altered */
    CaseKey open(CaseId caseId, byte[] sealed) {
        return sealing.open(sealed, purpose(caseId))
                .map(CaseKey::new)
                .orElseThrow(() -> new KeyRefused("The key of case " + caseId + " doesn't open: the key \""
                        + KeyKind.VAULT.code() + "\" of the data folder is another one, or the record was altered"));
    }

    private static String purpose(CaseId caseId) {
        return "plumbline case key " + caseId;
    }

    private static KeyFolder.Key made() {
        byte[] secret = new byte[CaseKey.BYTES];
        new SecureRandom().nextBytes(secret);
        return new KeyFolder.Key(HexFormat.of().formatHex(secret), "");
    }
}
