package org.plumbline.custody.packages;

import java.util.List;
import java.util.UUID;
import org.plumbline.custody.Content;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A package that was given out; it never changes.
 *
 * @param digest of the manifest of its metadata, which stands for everything in it
 * @param bytes how long its archive is
 * @param exhibits what is in it
 * @param kept where the vault keeps its metadata
 */
public record EvidencePackage(
        UUID id, Stamp stamp, PackageTerms terms, Digest digest, long bytes, List<UUID> exhibits, Content kept) {
    public EvidencePackage {
        exhibits = List.copyOf(exhibits);
    }

    public Ref ref() {
        return new Ref("package", id, stamp.owner());
    }
}
