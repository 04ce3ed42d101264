package org.plumbline.documents.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.CompletenessStatement;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Item;
import org.plumbline.documents.ItemState;

/**
 * The ledger of an ingestion.
 *
 * @param by who handed it in
 * @param state the state it is narrowed to
 * @param older how many files were read with other tools than there are now
 * @param otherLanguages how many hold scans that were read in other languages than the case has now
 * @param statements of completeness made of it, newest first
 * @param stopped the walls without which nothing is read here; absent while files are read
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record LedgerPage(
        CaseHeader header,
        Ingestions.Summary summary,
        String by,
        List<Item> items,
        Optional<ItemState> state,
        long older,
        long otherLanguages,
        List<CompletenessStatement> statements,
        Optional<String> stopped,
        String first,
        String next) {
    public LedgerPage {
        items = List.copyOf(items);
        statements = List.copyOf(statements);
    }

    public String href() {
        return header.href() + "/ingestions/" + summary.ingestion().id();
    }

    /** Whether files may still be sent. */
    public boolean open() {
        return summary.ingestion().completedAt().isEmpty();
    }

    /** Whether reading is under way. */
    public boolean reading() {
        return !open() && summary.counts().open() > 0;
    }

    public boolean paused() {
        return reading() && summary.paused();
    }

    /** How many files of it could be read in part only, or not at all, and may give more when they are read again. */
    public long shortOf() {
        var counts = summary.counts();
        return counts.of(ItemState.FAILED) + counts.of(ItemState.PARTIAL) + counts.of(ItemState.UNSUPPORTED);
    }

    /** Whether every file has its final state, so that it can be stated. */
    public boolean finished() {
        return !open() && !reading();
    }

    /** Whether reading again can be asked for. */
    public boolean mayReadAgain() {
        return header.mayWrite() && !open() && !reading() && (shortOf() > 0 || older > 0 || otherLanguages > 0);
    }

    /** How many of the files announced did not come. */
    public long missing() {
        return summary.ingestion()
                .expected()
                .map(e -> Math.max(0, e - summary.counts().inputs()))
                .orElse(0L);
    }

    /** The document read from an item; the exhibit where there is none. */
    public String href(Item item) {
        String document = Words.href(header.href(), item);
        return document.isEmpty() ? header.href() + "/exhibits/" + item.exhibit() : document;
    }

    public boolean mayRetry(Item item) {
        return header.mayWrite() && item.state().mayRetry() && item.content().isPresent();
    }
}
