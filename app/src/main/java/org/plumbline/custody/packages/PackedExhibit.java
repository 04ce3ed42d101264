package org.plumbline.custody.packages;

import java.util.Optional;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;

/**
 * An exhibit on its way into a package.
 *
 * @param original its bytes as they were just read through; absent for a thing without any
 */
public record PackedExhibit(Exhibit exhibit, CustodyChain chain, Optional<NewBag.Payload> original) {
    Handling.Item item() {
        return new Handling.Item(
                exhibit.reference(), chain.receipt().digest().hex(), original.map(NewBag.Payload::path));
    }
}
