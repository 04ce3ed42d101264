package org.plumbline.custody.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.acts.CustodyLists;
import org.plumbline.custody.acts.ExhibitFilter;
import org.plumbline.custody.acts.ExhibitLine;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How things stand with the exhibits of a case, over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/custody")
@Tag(name = "Exhibits")
class CustodyListApi {
    private static final int MOST = 500;

    private final CustodyLists lists;

    CustodyListApi(CustodyLists lists) {
        this.lists = lists;
    }

    /** An exhibit with how things stand with it. */
    record Line(
            UUID exhibit,
            String number,
            String name,
            UUID custodian,
            Optional<String> seal,
            Optional<String> outTo,
            Optional<Instant> outUntil,
            Optional<UUID> transferTo,
            Optional<Instant> transferUntil,
            Optional<String> disposed) {
        static Line of(ExhibitLine line) {
            return new Line(
                    line.exhibit().id(),
                    line.exhibit().reference(),
                    line.exhibit().name(),
                    line.custodian().value(),
                    line.seal(),
                    line.outTo(),
                    line.outUntil(),
                    line.transferTo().map(MemberId::value),
                    line.transferUntil(),
                    line.disposed());
        }
    }

    /** Some exhibits, and the cursor of the rest; no cursor on the last page. */
    record Lines(List<Line> items, Optional<String> next) {}

    @GetMapping
    @Operation(summary = "How things stand with exhibits, by number")
    Lines list(
            @PathVariable UUID caseId,
            @Schema(description = "thing, file, sealed, out, overdue, in-transfer, never-met or disposed")
                    @RequestParam(defaultValue = "")
                    String standing,
            @RequestParam(defaultValue = "") String custodian,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<ExhibitLine> found =
                lists.list(new CaseId(caseId), ExhibitFilter.of(standing, custodian), after, size + 1);
        List<ExhibitLine> shown = found.subList(0, Math.min(size, found.size()));
        return new Lines(
                shown.stream().map(Line::of).toList(),
                found.size() > size ? Optional.of("" + shown.getLast().exhibit().number()) : Optional.empty());
    }
}
