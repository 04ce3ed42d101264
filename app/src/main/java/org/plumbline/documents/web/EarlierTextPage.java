package org.plumbline.documents.web;

import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Document;

/**
 * One part of the text that one reading of a document gave.
 *
 * @param part number of the part shown, from 1
 * @param parts how many there are
 */
public record EarlierTextPage(CaseHeader header, Document document, UUID reading, int part, int parts, String body) {
    public String readings() {
        return header.href() + "/documents/" + document.id() + "/readings";
    }

    /** The address of another part. */
    public String href(int number) {
        return readings() + "/" + reading + "?part=" + number;
    }
}
