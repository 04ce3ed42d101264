package org.plumbline.custody.web;

import java.util.UUID;
import org.plumbline.custody.ExhibitComparisons;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** MD5 and SHA-1 of an exhibit that is there, asked for on its page. */
@Controller
class ComparisonController {
    private final ExhibitComparisons comparisons;

    ComparisonController(ExhibitComparisons comparisons) {
        this.comparisons = comparisons;
    }

    @PostMapping("/cases/{caseId}/exhibits/{exhibitId}/comparison-digests")
    String workOut(@PathVariable UUID caseId, @PathVariable UUID exhibitId) {
        comparisons.workOut(new CaseId(caseId), exhibitId);
        return "redirect:/cases/" + caseId + "/exhibits/" + exhibitId + "#h-hash";
    }
}
