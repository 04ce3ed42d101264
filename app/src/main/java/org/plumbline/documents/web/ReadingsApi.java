package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.PastReading;
import org.plumbline.documents.Readings;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.site.web.FrameFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same as data. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class ReadingsApi {
    private final Readings readings;
    private final IngestionApi ingestions;
    private final FrameFactory frames;

    ReadingsApi(Readings readings, IngestionApi ingestions, FrameFactory frames) {
        this.readings = readings;
        this.ingestions = ingestions;
        this.frames = frames;
    }

    /** @param which failed, short, older or scans */
    record Which(@Nullable String which) {}

    /**
     * One time that a file was read.
     *
     * @param tools what read it, with versions
     * @param ocrLanguages in which its scans were read; none where it has none
     * @param textSha256 of its text in UTF-8; absent where it had none
     * @param replaced whether its text was replaced later and is kept
     */
    record Time(
            UUID id,
            Instant at,
            UUID by,
            String tools,
            List<String> ocrLanguages,
            String state,
            List<IngestionApi.Why> reasons,
            int characters,
            Optional<String> textSha256,
            boolean replaced) {}

    /** Newest first. */
    record Times(List<Time> items) {}

    /** The text that a reading gave. */
    record Given(String text) {}

    @PostMapping("/ingestions/{ingestion}/pause")
    IngestionApi.One pause(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        var id = new CaseId(caseId);
        readings.pause(id, ingestion);
        return ingestions.read(id, ingestion);
    }

    @PostMapping("/ingestions/{ingestion}/resume")
    IngestionApi.One resume(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        var id = new CaseId(caseId);
        readings.resume(id, ingestion);
        return ingestions.read(id, ingestion);
    }

    @PostMapping("/ingestions/{ingestion}/read-again")
    IngestionApi.One again(@PathVariable UUID caseId, @PathVariable UUID ingestion, @RequestBody Which which) {
        var id = new CaseId(caseId);
        readings.again(id, ingestion, which.which() == null ? "" : which.which());
        return ingestions.read(id, ingestion);
    }

    @GetMapping("/documents/{documentId}/readings")
    Times history(@PathVariable UUID caseId, @PathVariable UUID documentId, HttpServletRequest request) {
        return new Times(readings.history(new CaseId(caseId), documentId).times().stream()
                .map(each -> time(each, request))
                .toList());
    }

    @GetMapping("/documents/{documentId}/readings/{reading}")
    Given text(@PathVariable UUID caseId, @PathVariable UUID documentId, @PathVariable UUID reading) {
        return new Given(readings.text(new CaseId(caseId), documentId, reading).body());
    }

    private Time time(PastReading each, HttpServletRequest request) {
        var texts = frames.texts(request);
        return new Time(
                each.id(),
                each.stamp().recordedAt(),
                each.stamp().recordedBy().value(),
                each.tools(),
                each.ocrLanguages(),
                each.state().code(),
                each.reasons().stream()
                        .map(why -> new IngestionApi.Why(why.code(), Words.reason(why, texts)))
                        .toList(),
                each.characters(),
                each.text().map(Digest::hex),
                each.keptBefore());
    }
}
