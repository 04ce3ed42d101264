package org.plumbline.reports.render;

import java.util.List;
import java.util.Optional;

/** The numbered sources of a report, for readers that show a report elsewhere than in a file. */
public final class CitedSources {
    private final Citations citations;
    private final Phrases phrases;

    /**
     * A source as the list of sources has it.
     *
     * @param url where it is read, when it has an address
     */
    public record Line(int number, String text, Optional<String> url) {}

    private CitedSources(Citations citations, Phrases phrases) {
        this.citations = citations;
        this.phrases = phrases;
    }

    /** The sources of a document, with the same numbers and words as in its files. */
    public static CitedSources of(ReportDocument document, Words words) {
        return new CitedSources(
                Citations.of(document.blocks()), new Phrases(words, document.language(), document.zone()));
    }

    /** The numbers of sources that the document cites, in the given order, each once. */
    public List<Integer> numbers(List<Source> sources) {
        return citations.numbers(sources);
    }

    /** Every source by number. */
    public List<Line> lines() {
        return citations.entries().stream()
                .map(entry -> new Line(
                        entry.number(),
                        phrases.source(entry),
                        Optional.of(Phrases.url(entry.source())).filter(url -> !url.isEmpty())))
                .toList();
    }
}
