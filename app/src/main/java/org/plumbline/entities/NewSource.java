package org.plumbline.entities;

import java.util.Optional;
import org.plumbline.kernel.Ref;

/**
 * A source as somebody enters it; the door checks it.
 *
 * @param kind a code of {@link SourceRecord.Kind}
 * @param published a partial date; empty when unknown
 * @param checked a date; empty when nobody looked again
 * @param about the case's own exhibit or document, where it is one
 */
public record NewSource(
        String kind,
        String title,
        String publisher,
        String published,
        String checked,
        String url,
        Optional<Ref> about) {

    /** The same, as one of the case's own exhibits or documents. */
    public NewSource about(Ref own) {
        return new NewSource(kind, title, publisher, published, checked, url, Optional.of(own));
    }
}
