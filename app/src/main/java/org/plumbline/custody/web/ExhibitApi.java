package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Content;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitComparisons;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.StatedFact;
import org.plumbline.custody.fixity.Fixity;
import org.plumbline.custody.fixity.FixityCheck;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exhibits over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/exhibits")
class ExhibitApi {
    private static final int MOST = 500;

    private final Exhibits exhibits;
    private final Fixity fixity;
    private final ExhibitComparisons comparisons;

    ExhibitApi(Exhibits exhibits, Fixity fixity, ExhibitComparisons comparisons) {
        this.exhibits = exhibits;
        this.fixity = fixity;
        this.comparisons = comparisons;
    }

    /**
     * An exhibit as the API says it.
     *
     * @param fixity what came out when its bytes were checked last, absent while they were not since they came
     * @param comparisonDigests MD5 and SHA-1 where they were asked for: for comparing, and no proof by themselves
     * @param stated what the header of a forensic image states, in its order; only where one exhibit is asked for
     */
    record One(
            UUID id,
            String number,
            String name,
            String path,
            String origin,
            Optional<Long> bytes,
            Optional<String> sha256,
            Optional<String> mediaType,
            Instant receivedAt,
            UUID receivedBy,
            int version,
            Optional<Instant> checkedAt,
            Optional<String> fixity,
            List<ComparisonJson> comparisonDigests,
            List<StatedFact> stated) {
        static One of(
                Exhibit exhibit,
                Map<Digest, FixityCheck> checks,
                Map<UUID, List<ComparisonDigest>> compared,
                List<StatedFact> stated) {
            Optional<FixityCheck> check = exhibit.content().flatMap(c -> Optional.ofNullable(checks.get(c.digest())));
            return new One(
                    exhibit.id(),
                    exhibit.reference(),
                    exhibit.name(),
                    exhibit.path(),
                    exhibit.origin().code(),
                    exhibit.content().map(Content::bytes),
                    exhibit.content().map(c -> c.digest().hex()),
                    exhibit.mediaType(),
                    exhibit.stamp().recordedAt(),
                    exhibit.stamp().recordedBy().value(),
                    exhibit.stamp().version(),
                    check.map(FixityCheck::at),
                    check.map(c -> c.result().code()),
                    compared.getOrDefault(exhibit.id(), List.of()).stream()
                            .map(ComparisonJson::of)
                            .toList(),
                    stated);
        }
    }

    /** Some exhibits, and the cursor of the rest; no cursor on the last page. */
    record Several(List<One> items, Optional<String> next) {}

    @GetMapping
    Several list(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<Exhibit> found = exhibits.list(new CaseId(caseId), after, size + 1);
        List<Exhibit> shown = found.subList(0, Math.min(size, found.size()));
        Map<Digest, FixityCheck> checks = checks(new CaseId(caseId), shown);
        Map<UUID, List<ComparisonDigest>> compared = compared(new CaseId(caseId), shown);
        return new Several(
                shown.stream()
                        .map(one -> One.of(one, checks, compared, List.of()))
                        .toList(),
                found.size() > size ? Optional.of("" + shown.getLast().number()) : Optional.empty());
    }

    @GetMapping("/{exhibitId}")
    ResponseEntity<One> one(@PathVariable UUID caseId, @PathVariable UUID exhibitId) {
        Exhibit exhibit = exhibits.read(new CaseId(caseId), exhibitId);
        return ResponseEntity.ok()
                .eTag("\"" + exhibit.stamp().version() + "\"")
                .body(One.of(
                        exhibit,
                        checks(new CaseId(caseId), List.of(exhibit)),
                        compared(new CaseId(caseId), List.of(exhibit)),
                        exhibits.stated(new CaseId(caseId), exhibitId)));
    }

    private Map<UUID, List<ComparisonDigest>> compared(CaseId caseId, List<Exhibit> shown) {
        return comparisons.of(caseId, shown.stream().map(Exhibit::id).toList());
    }

    private Map<Digest, FixityCheck> checks(CaseId caseId, List<Exhibit> shown) {
        return fixity.newest(
                caseId,
                shown.stream()
                        .flatMap(e -> e.content().map(Content::digest).stream())
                        .toList());
    }

    @GetMapping("/{exhibitId}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID caseId, @PathVariable UUID exhibitId, HttpServletResponse response) {
        return Originals.save(exhibits.open(new CaseId(caseId), exhibitId), response);
    }
}
