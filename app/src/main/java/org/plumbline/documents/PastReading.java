package org.plumbline.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Stamp;

/**
 * One time that a file was read.
 *
 * @param tools what read it, with versions
 * @param ocrLanguages in which its scans were read; none where it has none, and where that was not kept yet
 * @param state what came of it then
 * @param characters length of the text in UTF-16 units
 * @param text SHA-256 of the text in UTF-8; absent where there was none
 * @param keptBefore whether a text that this reading gave was replaced later and is kept beside
 */
public record PastReading(
        UUID id,
        Stamp stamp,
        UUID ingestion,
        UUID item,
        String tools,
        List<String> ocrLanguages,
        ItemState state,
        List<Reason> reasons,
        int characters,
        Optional<Digest> text,
        boolean keptBefore) {
    public PastReading {
        ocrLanguages = List.copyOf(ocrLanguages);
        reasons = List.copyOf(reasons);
    }
}
