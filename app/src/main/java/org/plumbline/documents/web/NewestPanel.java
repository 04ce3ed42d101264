package org.plumbline.documents.web;

import java.util.Optional;
import org.plumbline.documents.Ingestions;

/**
 * The newest ingestion, as a panel of a case's overview.
 *
 * @param caseHref the case's own page
 * @param newest absent while no files were handed in
 */
public record NewestPanel(String caseHref, Optional<Ingestions.Summary> newest) {
    /** The page of documents, where files are handed in. */
    public String documents() {
        return caseHref + "/documents";
    }

    /** The ledger of an ingestion. */
    public String ledger(Ingestions.Summary one) {
        return caseHref + "/ingestions/" + one.ingestion().id();
    }
}
