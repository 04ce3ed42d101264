package org.plumbline.engine.log.note;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Subtree;

/**
 * A named private key, written {@code PRIVATE+KEY+name+identifier+material} with the seed as its material (the form of
 * golang.org/x/mod/sumdb/note). What it prints is its public half.
 */
public final class SignerKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final PrivateKey key;
    private final byte[] seed;

    private SignerKey(VerifierKey verifier, PrivateKey key, byte[] seed) {
        this.verifier = verifier;
        this.key = key;
        this.seed = seed;
    }

    /** A new key. */
    public static SignerKey generate(String name, KeyType type, SecureRandom random) throws Refused {
        var seed = new byte[Algorithm.SEED_BYTES];
        random.nextBytes(seed);
        return of(name, type, seed);
    }

    /** Reads a key and checks that its identifier is its own. */
    public static SignerKey parse(String text) throws Refused {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new Refused(Fault.KEY_FORM, PREFIX + "name+identifier+material");
        }
        byte[] typed = Strict.base64(parts[2]);
        if (typed.length == 0) {
            throw new Refused(Fault.KEY_MATERIAL, "no type");
        }
        SignerKey key = of(parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.verifier.writtenId().equals(parts[1])) {
            throw new Refused(Fault.KEY_ID, "the material gives " + key.verifier.writtenId());
        }
        return key;
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a text; a cosigning key states the time. */
    public NoteSignature sign(String text, Instant now) throws Refused {
        return switch (verifier.type()) {
            case ED25519 -> signature(new byte[0], SignedMessage.note(text));
            case COSIGNATURE_ED25519 -> {
                long time = seconds(now);
                yield signature(stamp(time), SignedMessage.cosignature(time, text));
            }
            case COSIGNATURE_ML_DSA_44 -> {
                Checkpoint checkpoint = Checkpoint.parse(text);
                if (!checkpoint.extensions().isEmpty()) {
                    throw new Refused(Fault.EXTENSIONS_NOT_SIGNED, "under " + verifier.name());
                }
                Subtree whole = Subtree.whole(checkpoint.size());
                yield subtree(checkpoint.origin(), whole, checkpoint.root(), seconds(now));
            }
        };
    }

    /** Signs a subtree of a log, without time. */
    public NoteSignature signSubtree(String origin, Subtree subtree, Hash root) throws Refused {
        return subtree(origin, subtree, root, 0);
    }

    /** The key as it is written, with its secret. */
    public String secret() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length)
                .put(verifier.type().identifier())
                .put(seed)
                .array();
        return PREFIX + verifier.name() + "+" + verifier.writtenId() + "+" + Strict.base64(typed);
    }

    /** The public half as it is written. */
    @Override
    public String toString() {
        return verifier.toString();
    }

    private static SignerKey of(String name, KeyType type, byte[] seed) throws Refused {
        if (seed.length != Algorithm.SEED_BYTES) {
            throw new Refused(Fault.KEY_MATERIAL, seed.length + " bytes, not " + Algorithm.SEED_BYTES);
        }
        KeyPair pair = type.algorithm().pair(seed);
        byte[] bare = type.algorithm().bare(pair.getPublic());
        return new SignerKey(VerifierKey.of(name, type, bare), pair.getPrivate(), seed);
    }

    private NoteSignature subtree(String origin, Subtree subtree, Hash root, long time) throws Refused {
        if (verifier.type() != KeyType.COSIGNATURE_ML_DSA_44) {
            throw new Refused(Fault.KEY_USE, verifier.type() + " signs no subtrees");
        }
        return signature(stamp(time), SignedMessage.subtree(verifier.name(), time, origin, subtree, root));
    }

    private NoteSignature signature(byte[] before, byte[] message) {
        byte[] bare = verifier.type().algorithm().sign(key, message);
        byte[] payload = Arrays.copyOf(before, before.length + bare.length);
        System.arraycopy(bare, 0, payload, before.length, bare.length);
        return NoteSignature.of(verifier, payload);
    }

    private long seconds(Instant now) throws Refused {
        if (now.getEpochSecond() <= 0) {
            throw new Refused(Fault.COSIGNATURE_TIME, "after 1970");
        }
        return now.getEpochSecond();
    }

    private static byte[] stamp(long time) {
        return ByteBuffer.allocate(Long.BYTES).putLong(time).array();
    }
}
