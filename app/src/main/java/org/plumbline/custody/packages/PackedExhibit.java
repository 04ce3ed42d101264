package org.plumbline.custody.packages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.caseuco.CaseExport;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;

/**
 * An exhibit on its way into a package.
 *
 * @param original its bytes as they were just read through; absent for a thing without any
 * @param compared its comparison digests, where it has any
 */
public record PackedExhibit(
        Exhibit exhibit, CustodyChain chain, Optional<NewBag.Payload> original, List<ComparisonDigest> compared) {
    public PackedExhibit {
        compared = List.copyOf(compared);
    }

    Stream<CaseExport.FurtherHash> further() {
        return compared.stream().map(each -> new CaseExport.FurtherHash(exhibit.id(), method(each.kind()), each.hex()));
    }

    /** As UCO's vocabulary of hash names has it. */
    private static String method(ComparisonKind kind) {
        return switch (kind) {
            case MD5 -> "MD5";
            case SHA1 -> "SHA1";
        };
    }

    Handling.Item item() {
        return new Handling.Item(
                exhibit.reference(), chain.receipt().digest().hex(), original.map(NewBag.Payload::path));
    }
}
