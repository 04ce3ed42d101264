package org.plumbline.custody.packages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.packages.EvidencePackage;
import org.plumbline.custody.packages.PackageTerms;
import org.plumbline.custody.packages.Packages;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.web.FrameFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence packages over the API: the same doors and decisions as the pages. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/packages")
class PackageApi {
    private static final int MOST = 500;

    private final Packages packages;
    private final FrameFactory frames;

    PackageApi(Packages packages, FrameFactory frames) {
        this.packages = packages;
        this.frames = frames;
    }

    /** What is asked for. */
    record Wish(
            @Nullable List<String> exhibits,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String conditions) {}

    /** A package as the API says it. */
    record One(
            UUID id,
            String recipient,
            String purpose,
            String conditions,
            List<UUID> exhibits,
            String sha256,
            long bytes,
            Instant madeAt,
            UUID madeBy) {
        static One of(EvidencePackage made) {
            return new One(
                    made.id(),
                    made.terms().recipient(),
                    made.terms().purpose(),
                    made.terms().conditions(),
                    made.exhibits(),
                    made.digest().hex(),
                    made.bytes(),
                    made.stamp().recordedAt(),
                    made.stamp().recordedBy().value());
        }
    }

    /** Some packages, and the cursor of the rest; no cursor on the last page. */
    record Several(List<One> items, Optional<UUID> next) {}

    @GetMapping
    Several list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<EvidencePackage> found = packages.list(new CaseId(caseId), before, size + 1);
        List<EvidencePackage> shown = found.subList(0, Math.min(size, found.size()));
        return new Several(
                shown.stream().map(One::of).toList(),
                found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    @PostMapping
    ResponseEntity<One> make(@PathVariable UUID caseId, @RequestBody Wish wish, HttpServletRequest request) {
        EvidencePackage made = packages.make(
                new CaseId(caseId),
                new PackageTerms.Asked(wish.exhibits(), wish.recipient(), wish.purpose(), wish.conditions()),
                new PrintedPage(frames.texts(request)));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/packages/" + made.id()))
                .body(One.of(made));
    }

    @GetMapping("/{packageId}")
    One one(@PathVariable UUID caseId, @PathVariable UUID packageId) {
        return One.of(packages.read(new CaseId(caseId), packageId));
    }

    @GetMapping("/{packageId}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID caseId, @PathVariable UUID packageId, HttpServletResponse response) {
        return PackageArchive.save(packages.open(new CaseId(caseId), packageId), response);
    }
}
