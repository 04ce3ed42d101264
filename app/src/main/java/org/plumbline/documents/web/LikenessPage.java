package org.plumbline.documents.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Document;
import org.plumbline.documents.Item;
import org.plumbline.documents.Likeness;

/** What says the same as a document, or nearly. */
public record LikenessPage(CaseHeader header, UUID document, Likeness likeness) {
    /** The document itself. */
    public String href() {
        return header.href() + "/documents/" + document;
    }

    public String href(Document other) {
        return header.href() + "/documents/" + other.id();
    }

    public String exhibit(Item item) {
        return header.href() + "/exhibits/" + item.exhibit();
    }

    /** A likeness with two digits, never more than it is: 0.93. */
    public static String score(Likeness.Near near) {
        return BigDecimal.valueOf(near.score()).setScale(2, RoundingMode.DOWN).toString();
    }
}
