package org.plumbline.documents.web;

import java.util.List;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.Item;

/** What became of an exhibit: its own line of the ledger, and what was found in it. */
public record DerivedPage(CaseHeader header, UUID exhibit, List<Item> items) {
    public DerivedPage {
        items = List.copyOf(items);
    }

    /** What was read from an item; empty where nothing was. */
    public String href(Item item) {
        return Words.href(header.href(), item);
    }

    public String ledger(Item item) {
        return header.href() + "/ingestions/" + item.ingestion();
    }
}
