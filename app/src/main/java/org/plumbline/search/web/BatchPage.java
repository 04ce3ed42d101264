package org.plumbline.search.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.search.batch.Batch;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * Batch search in a case.
 *
 * @param form the list, empty or as it was sent
 * @param found what it found; absent before it was sent
 */
public record BatchPage(CaseHeader header, Form form, Optional<Batch> found) {
    public String href() {
        return header.href() + "/batch-search";
    }

    /** The search of a term, as a page of its own. */
    public String search(Batch.Line line) {
        return header.href() + "/search?q=" + SearchAddress.encode(line.query());
    }

    /** The list again, with what each term is, for taking the same out as a file. */
    public String list() {
        return found.map(BatchFile::list).orElse("");
    }

    public List<Option> whos(Texts texts) {
        return List.of("unsaid", "persons", "nobody").stream()
                .map(who -> new Option(who, texts.say("search.batch.who." + who)))
                .toList();
    }
}
