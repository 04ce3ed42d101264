package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.plumbline.custody.web.Originals;
import org.plumbline.documents.CompletenessStatements;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.web.FrameFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Statements of completeness: made and given out on an ingestion's page. */
@Controller
@RequestMapping("/cases/{caseId}/ingestions/{ingestion}/completeness")
class CompletenessController {
    private final CompletenessStatements statements;
    private final FrameFactory frames;

    CompletenessController(CompletenessStatements statements, FrameFactory frames) {
        this.statements = statements;
        this.frames = frames;
    }

    @PostMapping
    String make(@PathVariable UUID caseId, @PathVariable UUID ingestion, HttpServletRequest request) {
        statements.make(new CaseId(caseId), ingestion, new PrintedCompletenessPage(frames.texts(request)));
        return "redirect:/cases/" + caseId + "/ingestions/" + ingestion + "#h-completeness";
    }

    @GetMapping("/{statementId}")
    ResponseEntity<Resource> file(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @PathVariable UUID statementId,
            HttpServletResponse response) {
        return Originals.save(statements.open(new CaseId(caseId), ingestion, statementId), response);
    }
}
