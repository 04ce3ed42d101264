package org.plumbline.search.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.batch.Batch;
import org.plumbline.search.batch.BatchSearch;
import org.plumbline.search.batch.Given;
import org.plumbline.search.batch.ListText;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Batch search in a case, as data. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/batch-search")
class BatchApi {
    private final BatchSearch batches;

    BatchApi(BatchSearch batches) {
        this.batches = batches;
    }

    /**
     * A list.
     *
     * @param list CSV
     * @param header whether its first row names the columns; absent for yes
     * @param column name or number of the column with the terms; absent for the first
     * @param kinds name or number of the column that says of each row whether it is a person
     * @param who unsaid, persons or nobody, where no column says so
     * @param language whether terms are queries; absent for no
     */
    record Asking(
            @Nullable String list,
            @Nullable Boolean header,
            @Nullable String column,
            @Nullable String kinds,
            @Nullable String who,
            @Nullable Boolean language) {
        Given given() {
            return new Given(
                    ListText.typed(text(list)),
                    header == null || header,
                    text(column),
                    text(kinds),
                    text(who),
                    language != null && language);
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /**
     * What it found.
     *
     * @param digest SHA-256 of the terms, each ended by a line feed, as the trail has it
     */
    record Found(List<Batch.Line> items, int terms, int persons, int repeated, String charset, String digest) {
        static Found of(Batch batch) {
            return new Found(
                    batch.lines(),
                    batch.lines().size(),
                    batch.persons(),
                    batch.repeated(),
                    batch.charset(),
                    batch.digest().hex());
        }
    }

    @PostMapping
    Found search(@PathVariable UUID caseId, @RequestBody Asking asking) {
        return Found.of(batches.search(new CaseId(caseId), asking.given()));
    }

    @PostMapping("/csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID caseId, @RequestBody Asking asking) {
        return BatchFile.of(batches.export(new CaseId(caseId), asking.given()));
    }
}
