package org.plumbline.custody.web;

import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.fixity.FixityCheck;

/**
 * One exhibit.
 *
 * @param by who received it
 * @param fixity the newest check of its bytes; absent when they were not looked at since they came
 */
public record ExhibitPage(CaseHeader header, Exhibit exhibit, String by, Optional<FixityCheck> fixity) {
    public String kind() {
        return ExhibitsPage.kind(exhibit);
    }

    public String href() {
        return header.href() + "/exhibits/" + exhibit.id();
    }

    /** Whether its bytes are kept back. */
    public boolean quarantined() {
        return fixity.filter(FixityCheck::isQuarantined).isPresent();
    }

    public boolean empty() {
        return exhibit.content().bytes() == 0;
    }
}
