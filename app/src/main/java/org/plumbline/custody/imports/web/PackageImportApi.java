package org.plumbline.custody.imports.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.imports.CheckedImport;
import org.plumbline.custody.imports.ImportAsked;
import org.plumbline.custody.imports.PackageImport;
import org.plumbline.custody.imports.PackageImports;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The import of evidence packages over the API: the same doors and decisions as the page. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class PackageImportApi {
    private final PackageImports imports;

    PackageImportApi(PackageImports imports) {
        this.imports = imports;
    }

    /** How it is to be imported. */
    record Wish(
            @Nullable String trust,
            @Nullable String reason,
            @Nullable Boolean unvouched) {}

    /** The terms under which a package was given out, word for word. */
    record Terms(
            String organisation,
            String caseNumber,
            String caveat,
            String recipient,
            String purpose,
            String conditions,
            String madeByName,
            Instant madeAt) {
        static Terms of(Handling terms) {
            return new Terms(
                    terms.organisationName(),
                    terms.caseNumber(),
                    terms.caveat(),
                    terms.recipient(),
                    terms.purpose(),
                    terms.conditions(),
                    terms.madeByName(),
                    terms.madeAt());
        }
    }

    /** An exhibit of a package; here are numbers of this case with the same bytes. */
    record Packed(
            String number, String name, Optional<String> sha256, Optional<Long> bytes, int acts, List<String> here) {
        static Packed of(CheckedImport checked, CustodyChain chain) {
            return new Packed(
                    chain.receipt().number(),
                    chain.receipt().name(),
                    chain.receipt().sha256(),
                    chain.receipt().bytes(),
                    chain.acts().size(),
                    chain.receipt()
                            .sha256()
                            .map(hex -> checked.here().getOrDefault(hex, List.of()))
                            .orElse(List.of()));
        }
    }

    /** What a package was found to hold. */
    record Checked(
            String packageId,
            Terms terms,
            String organisationKey,
            String logKey,
            boolean vouched,
            List<String> steps,
            List<Packed> exhibits,
            boolean imported) {
        static Checked of(CheckedImport checked) {
            return new Checked(
                    checked.terms().id(),
                    Terms.of(checked.terms()),
                    checked.keys().organisation(),
                    checked.keys().log(),
                    checked.keys().vouched(),
                    checked.steps(),
                    checked.chains().stream()
                            .map(chain -> Packed.of(checked, chain))
                            .toList(),
                    checked.done().isPresent());
        }
    }

    /** An import as the API says it. */
    record One(
            UUID id,
            UUID exhibit,
            String packageId,
            Terms terms,
            String sha256,
            String statementSha256,
            Instant givenAt,
            String organisationKey,
            String logKey,
            String logOrigin,
            long treeSize,
            String treeRoot,
            boolean vouched,
            String reason,
            int exhibits,
            Instant importedAt,
            UUID importedBy) {
        static One of(PackageImport made) {
            return new One(
                    made.id(),
                    made.exhibit(),
                    made.terms().id(),
                    Terms.of(made.terms()),
                    made.digest().hex(),
                    made.statement().hex(),
                    made.giver().at(),
                    made.giver().key(),
                    made.tree().logKey(),
                    made.tree().origin(),
                    made.tree().size(),
                    made.tree().root(),
                    made.word().vouched(),
                    made.word().reason(),
                    made.exhibits(),
                    made.stamp().recordedAt(),
                    made.stamp().recordedBy().value());
        }
    }

    /** Newest first. */
    record Several(List<One> items) {}

    @GetMapping("/package-imports")
    Several list(@PathVariable UUID caseId) {
        return new Several(
                imports.list(new CaseId(caseId)).stream().map(One::of).toList());
    }

    @GetMapping("/exhibits/{exhibitId}/package-import")
    Checked check(
            @PathVariable UUID caseId, @PathVariable UUID exhibitId, @RequestParam(defaultValue = "") String trust) {
        return Checked.of(imports.check(new CaseId(caseId), exhibitId, trust));
    }

    @PostMapping("/exhibits/{exhibitId}/package-import")
    @ResponseStatus(HttpStatus.CREATED)
    One bring(@PathVariable UUID caseId, @PathVariable UUID exhibitId, @RequestBody Wish wish) {
        return One.of(imports.bring(
                new CaseId(caseId),
                Optional.of(exhibitId),
                new ImportAsked(wish.trust(), wish.reason(), Boolean.TRUE.equals(wish.unvouched()))));
    }
}
