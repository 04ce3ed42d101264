package org.plumbline.cases.erasure;

import org.plumbline.kernel.CaseId;

/** Port: a place besides the records where content of a case can lie. Nobody is acting while it is cleared. */
public interface CaseRemains {
    /** A stable name, such as {@code vault}; words for it are in the messages under {@code erasure.place.}. */
    String place();

    /**
     * Clears it of a case whose records are gone; asked again after a crash, so what is gone already is fine.
     *
     * @return what can still be found there, where that cannot be helped
     */
    Left clear(CaseId caseId);
}
