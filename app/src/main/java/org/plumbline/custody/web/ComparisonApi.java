package org.plumbline.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.plumbline.custody.ExhibitComparisons;
import org.plumbline.kernel.CaseId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** MD5 and SHA-1 of exhibits over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/exhibits/{exhibitId}/comparison-digests")
@Tag(name = "Exhibits")
class ComparisonApi {
    private final ExhibitComparisons comparisons;

    ComparisonApi(ExhibitComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** What came out. */
    record Several(List<ComparisonJson> items) {}

    @PostMapping
    @Operation(
            summary = "Work out MD5 and SHA-1",
            description = "Reads the exhibit's bytes once more; refused where their SHA-256 is not that of the record.")
    Several workOut(@PathVariable UUID caseId, @PathVariable UUID exhibitId) {
        return new Several(comparisons.workOut(new CaseId(caseId), exhibitId).stream()
                .map(ComparisonJson::of)
                .toList());
    }
}
