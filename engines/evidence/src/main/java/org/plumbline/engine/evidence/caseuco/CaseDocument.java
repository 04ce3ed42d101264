package org.plumbline.engine.evidence.caseuco;

import java.util.List;
import org.plumbline.engine.log.refusal.Refused;

/**
 * A graph in the words of CASE and UCO, as JSON-LD. What comes in goes out again as the same graph, also where nobody
 * here knows what it means.
 *
 * @param things each once, in their order
 */
public record CaseDocument(List<Thing> things) {
    public CaseDocument {
        things = List.copyOf(things);
    }

    /** As JSON-LD 1.1, in UTF-8. */
    public byte[] bytes() {
        return new JsonLdWriter().bytes(things);
    }

    /** Reads JSON-LD whose context is part of it: nothing is fetched. */
    public static CaseDocument read(byte[] bytes) throws Refused {
        return new CaseDocument(new JsonLdReader().read(bytes));
    }
}
