package org.plumbline.custody.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.kernel.Digest;

/**
 * The custody of an exhibit before it came here, word for word as the package gave it.
 *
 * @param exhibit that it is here; absent for a thing, which did not come
 * @param canonical the chain's canonical bytes
 * @param digest over these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, and compared by its bytes
public record EarlierCustody(PackageImport from, Optional<UUID> exhibit, byte[] canonical, Digest digest) {
    public EarlierCustody {
        canonical = canonical.clone();
    }

    @Override
    public byte[] canonical() {
        return canonical.clone();
    }

    /** The chain that the bytes say. */
    public CustodyChain chain() {
        try {
            return CustodyChain.read(canonical);
        } catch (Refused e) {
            throw new IllegalStateException("A chain in the records cannot be read: " + e.detail(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EarlierCustody that
                && from.equals(that.from)
                && exhibit.equals(that.exhibit)
                && digest.equals(that.digest)
                && Arrays.equals(canonical, that.canonical);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "earlier custody " + digest;
    }
}
