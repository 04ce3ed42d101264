package org.plumbline.engine.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Subtree;

/** A named public key, written {@code name+identifier+material} (C2SP signed-note, "Verifier keys"). */
public final class VerifierKey {
    private final String name;
    private final KeyType type;
    private final String material;
    private final int id;
    private final PublicKey key;

    private VerifierKey(String name, KeyType type, byte[] bare, PublicKey key) {
        this.name = name;
        this.type = type;
        this.key = key;
        byte[] typed = ByteBuffer.allocate(1 + bare.length)
                .put(type.identifier())
                .put(bare)
                .array();
        this.material = Strict.base64(typed);
        this.id = id(name, typed);
    }

    static VerifierKey of(String name, KeyType type, byte[] bare) throws Refused {
        KeyName.check(name);
        return new VerifierKey(name, type, bare, type.algorithm().publicKey(bare));
    }

    /** Reads a key and checks that its identifier is its own. */
    public static VerifierKey parse(String text) throws Refused {
        // The material may hold a plus as well, so the text falls into three parts from the left.
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new Refused(Fault.KEY_FORM, "name+identifier+material");
        }
        byte[] typed = Strict.base64(parts[2]);
        if (typed.length == 0) {
            throw new Refused(Fault.KEY_MATERIAL, "no type");
        }
        KeyType type = KeyType.of(typed[0]);
        VerifierKey key = of(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.writtenId().equals(parts[1])) {
            throw new Refused(Fault.KEY_ID, "the material gives " + key.writtenId());
        }
        return key;
    }

    /** Who signs with it. */
    public String name() {
        return name;
    }

    /** What it signs, and how. */
    public KeyType type() {
        return type;
    }

    /** Whether a signature line claims to be of this key. */
    public boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id;
    }

    /** Whether both hold the same public key, whatever their names and types. */
    public boolean sameKeyAs(VerifierKey other) {
        return key.equals(other.key);
    }

    /** Refuses unless the signature is of this key over this text. */
    public Verified verify(String text, NoteSignature signature) throws Refused {
        byte[] payload = signature.payload();
        return switch (type) {
            case ED25519 -> {
                type.algorithm().verify(key, SignedMessage.note(text), exactly(payload, 0), name);
                yield new Verified(this, 0);
            }
            case COSIGNATURE_ED25519 -> {
                byte[] bare = exactly(payload, Long.BYTES);
                long time = time(payload);
                type.algorithm().verify(key, SignedMessage.cosignature(time, text), bare, name);
                yield new Verified(this, time);
            }
            case COSIGNATURE_ML_DSA_44 -> {
                Checkpoint checkpoint = Checkpoint.parse(text);
                if (!checkpoint.extensions().isEmpty()) {
                    throw new Refused(Fault.EXTENSIONS_NOT_SIGNED, "under " + name);
                }
                Subtree whole = Subtree.whole(checkpoint.size());
                yield verifySubtree(checkpoint.origin(), whole, checkpoint.root(), signature);
            }
        };
    }

    /** Refuses unless the signature is of this ML-DSA-44 key over a subtree of a log. */
    public Verified verifySubtree(String origin, Subtree subtree, Hash root, NoteSignature signature) throws Refused {
        if (type != KeyType.COSIGNATURE_ML_DSA_44) {
            throw new Refused(Fault.KEY_USE, type + " signs no subtrees");
        }
        byte[] payload = signature.payload();
        byte[] bare = exactly(payload, Long.BYTES);
        long time = time(payload);
        type.algorithm().verify(key, SignedMessage.subtree(name, time, origin, subtree, root), bare, name);
        return new Verified(this, time);
    }

    /** The key as it is written. */
    @Override
    public String toString() {
        return name + "+" + writtenId() + "+" + material;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    int id() {
        return id;
    }

    String writtenId() {
        return "%08x".formatted(id);
    }

    private byte[] exactly(byte[] payload, int before) throws Refused {
        int expected = before + type.algorithm().signatureBytes();
        if (payload.length != expected) {
            throw new Refused(Fault.SIGNATURE_LENGTH, payload.length + " bytes, not " + expected);
        }
        return Arrays.copyOfRange(payload, before, payload.length);
    }

    private long time(byte[] payload) throws Refused {
        long time = ByteBuffer.wrap(payload).getLong();
        if (time < 0) {
            throw new Refused(Fault.COSIGNATURE_TIME, "at most " + Long.MAX_VALUE + ", of " + name);
        }
        return time;
    }

    private static int id(String name, byte[] typed) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest(typed)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
