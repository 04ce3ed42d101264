package org.plumbline.audit.log;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/** The keys that sign the trail's checkpoints and cosign those of other logs, each under a name of its own. */
final class LogKey {
    private static final int NAME_BYTES = 8;

    private LogKey() {}

    /** The key of this log; a new one where there is none. */
    static SignerKey of(KeyFolder keys) throws Refused {
        return of(keys, KeyKind.TRAIL_LOG, "plumbline.invalid/trail/", KeyType.ED25519);
    }

    /** Another key in its place, which is gone then. */
    static SignerKey another(KeyFolder keys) throws Refused {
        SignerKey made = made("plumbline.invalid/trail/", KeyType.ED25519);
        keys.replace(KeyKind.TRAIL_LOG, kept(made));
        return made;
    }

    /** The key that cosigns other logs. */
    static SignerKey ofWitness(KeyFolder keys) throws Refused {
        return of(keys, KeyKind.WITNESS, "plumbline.invalid/witness/", KeyType.COSIGNATURE_ED25519);
    }

    /** The key with which an organisation signs what it gives out. */
    static SignerKey ofOrganisation(KeyFolder keys, UUID organisation) throws Refused {
        return SignerKey.parse(
                keys.ofOrganisation(organisation, () -> anew("plumbline.invalid/organisation/", KeyType.ED25519))
                        .secret());
    }

    /** Takes both in from the plain form of before the master key, and that of the embedded authority. */
    static void takeIn(KeyFolder keys) {
        EmbeddedAuthority.takeIn(keys);
        keys.takeIn(KeyKind.TRAIL_LOG, LogKey::verifierOf);
        keys.takeIn(KeyKind.WITNESS, LogKey::verifierOf);
    }

    private static SignerKey of(KeyFolder keys, KeyKind kind, String prefix, KeyType type) throws Refused {
        takeIn(keys);
        return SignerKey.parse(keys.of(kind, () -> anew(prefix, type)).secret());
    }

    private static KeyFolder.Key anew(String prefix, KeyType type) {
        try {
            return kept(made(prefix, type));
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignerKey made(String prefix, KeyType type) throws Refused {
        var random = new SecureRandom();
        var name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return SignerKey.generate(prefix + HexFormat.of().formatHex(name), type, random);
    }

    private static KeyFolder.Key kept(SignerKey key) {
        return new KeyFolder.Key(key.secret(), key.verifier().toString());
    }

    private static String verifierOf(String secret) {
        try {
            return SignerKey.parse(secret).verifier().toString();
        } catch (Refused damaged) {
            throw new IllegalStateException(
                    "The key of the log is damaged: " + damaged.fault().code(), damaged);
        }
    }
}
