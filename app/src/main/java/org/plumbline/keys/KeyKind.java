package org.plumbline.keys;

import java.util.Locale;

/** What a key in the data folder is for. */
public enum KeyKind {
    /** Signs the trail's checkpoints. A restored log never uses it again. */
    TRAIL_LOG(false),
    /** Cosigns checkpoints of other logs. */
    WITNESS(false),
    /** Signs timestamps of the embedded authority. */
    TIMESTAMPS(false),
    /** Signs what an organisation gives out; each organisation has its own. */
    ORGANISATION(false),
    /** Seals secrets of codes in the records. */
    SIGN_IN(true),
    /** Seals the keys of cases in the records. */
    VAULT(true);

    private final boolean inBackups;

    KeyKind(boolean inBackups) {
        this.inBackups = inBackups;
    }

    /** Lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what is restored needs it; the others sign, and an older state may not sign as a newer one did. */
    public boolean isInBackups() {
        return inBackups;
    }
}
