package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.documents.PageImage;
import org.plumbline.documents.PageImages;
import org.plumbline.documents.Reason;
import org.plumbline.documents.ShownTable;
import org.plumbline.documents.ShownTables;
import org.plumbline.documents.extract.TablePart;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Over the API, what is read anew of a document for whoever looks at it: images of its pages, rows of its tables. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/documents/{documentId}")
class LookApi {
    private static final int MOST_ROWS = 1_000;

    private final PageImages images;
    private final ShownTables tables;
    private final FrameFactory frames;
    private final HttpServletRequest request;

    LookApi(PageImages images, ShownTables tables, FrameFactory frames, HttpServletRequest request) {
        this.images = images;
        this.tables = tables;
        this.frames = frames;
        this.request = request;
    }

    /**
     * Rows of a table.
     *
     * @param tables the tables of the document in their order
     * @param why what is missing; empty where nothing is
     * @param next the first row after these; absent at the end
     */
    record Rows(
            int table,
            long from,
            List<TablePart.Size> tables,
            List<List<String>> rows,
            List<IngestionApi.Why> why,
            Optional<Long> next) {}

    @GetMapping("/tables")
    Rows rows(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "1") int table,
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(defaultValue = "100") int limit) {
        ShownTable shown = tables.of(new CaseId(caseId), documentId, table, from, Math.clamp(limit, 1, MOST_ROWS));
        long after = from + shown.rows().size();
        boolean more = !shown.rows().isEmpty()
                && after <= shown.tables().get(table - 1).rows();
        return new Rows(
                table,
                from,
                shown.tables(),
                shown.rows(),
                shown.why().stream().map(this::why).toList(),
                more ? Optional.of(after) : Optional.empty());
    }

    /** A page as PNG or JPEG, 1,800 points on its longer side at most. */
    @GetMapping("/image")
    ResponseEntity<byte[]> image(
            @PathVariable UUID caseId, @PathVariable UUID documentId, @RequestParam(defaultValue = "1") int page) {
        PageImage image = images.of(new CaseId(caseId), documentId, page);
        String picture = image.picture()
                .orElseThrow(() -> Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "page-not-drawn",
                                Map.of(
                                        "page",
                                        "" + page,
                                        "why",
                                        why(image.why().getFirst()).sentence()))
                        .asException());
        int comma = picture.indexOf(',');
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.substring("data:".length(), picture.indexOf(';'))))
                .cacheControl(CacheControl.noStore())
                .body(Base64.getDecoder().decode(picture.substring(comma + 1)));
    }

    private IngestionApi.Why why(Reason reason) {
        return new IngestionApi.Why(reason.code(), Words.reason(reason, frames.texts(request)));
    }
}
