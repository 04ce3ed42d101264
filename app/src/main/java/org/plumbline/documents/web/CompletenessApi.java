package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plumbline.custody.web.Originals;
import org.plumbline.documents.CompletenessStatement;
import org.plumbline.documents.CompletenessStatements;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.web.FrameFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same as data. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/ingestions/{ingestion}/completeness")
class CompletenessApi {
    private final CompletenessStatements statements;
    private final FrameFactory frames;

    CompletenessApi(CompletenessStatements statements, FrameFactory frames) {
        this.statements = statements;
        this.frames = frames;
    }

    /**
     * A statement as the API says it.
     *
     * @param files how many files it accounts for
     * @param sha256 of its manifest, which stands for everything in it
     * @param bytes of its archive
     */
    record One(UUID id, UUID ingestion, long files, String sha256, long bytes, Instant madeAt, UUID madeBy) {
        static One of(CompletenessStatement made) {
            return new One(
                    made.id(),
                    made.ingestion(),
                    made.files(),
                    made.digest().hex(),
                    made.archive().bytes(),
                    made.stamp().recordedAt(),
                    made.stamp().recordedBy().value());
        }
    }

    /** Newest first. */
    record Several(List<One> items) {}

    @GetMapping
    Several list(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        return new Several(statements.list(new CaseId(caseId), ingestion).stream()
                .map(One::of)
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    One make(@PathVariable UUID caseId, @PathVariable UUID ingestion, HttpServletRequest request) {
        return One.of(
                statements.make(new CaseId(caseId), ingestion, new PrintedCompletenessPage(frames.texts(request))));
    }

    @GetMapping("/{statementId}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @PathVariable UUID statementId,
            HttpServletResponse response) {
        return Originals.save(statements.open(new CaseId(caseId), ingestion, statementId), response);
    }
}
