package org.plumbline.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Component;

/** Keeps each time a file is read, and what a later reading replaces. Called inside the act that files a reading. */
@Component
class PastReadings {
    private final ReadingTable table;
    private final Tools tools;
    private final Ids ids;

    PastReadings(ReadingTable table, Tools tools, Ids ids) {
        this.table = table;
        this.tools = tools;
        this.ids = ids;
    }

    /** The readings of an item before the one that is filed now. */
    Before of(Item item) {
        return new Before(item, item.document().isPresent() ? table.of(item.id()) : List.of());
    }

    /** What an item is left as. */
    record Standing(ItemState state, List<Reason> reasons) {}

    /** The readings of one item, newest first. */
    final class Before {
        private final Item item;
        private final List<PastReading> times;

        private Before(Item item, List<PastReading> times) {
            this.item = item;
            this.times = times;
        }

        /** A reading that gives nothing doesn't take away what an earlier one gave. */
        Standing left(ItemState state, List<Reason> reasons) {
            Optional<PastReading> given = gave();
            if (state != ItemState.FAILED || given.isEmpty()) {
                return new Standing(state, reasons);
            }
            var all = new ArrayList<>(given.get().reasons());
            all.add(Reason.againWithout(reasons));
            return new Standing(given.get().state(), all);
        }

        /** Keeps the text that the document has, if this one differs from it. */
        void keepReplaced(Stamp stamp, UUID document, String by) {
            if (item.document().isPresent()) {
                table.keepReplaced(ids.next(), stamp, document, gave().map(PastReading::id), Plain.text(by));
            }
        }

        void note(Stamp stamp, ItemState state, List<Reason> reasons, Extraction extraction) {
            String kept = Plain.text(extraction.text());
            table.insert(new PastReading(
                    ids.next(),
                    stamp,
                    item.ingestion(),
                    item.id(),
                    tools.now(),
                    extraction.ocrLanguages(),
                    state,
                    reasons,
                    kept.length(),
                    kept.isEmpty() ? Optional.empty() : Optional.of(Digest.of(kept.getBytes(StandardCharsets.UTF_8))),
                    false));
        }

        private Optional<PastReading> gave() {
            return times.stream().filter(t -> t.state() != ItemState.FAILED).findFirst();
        }
    }
}
