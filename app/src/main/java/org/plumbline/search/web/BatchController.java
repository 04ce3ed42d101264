package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.search.batch.Batch;
import org.plumbline.search.batch.BatchSearch;
import org.plumbline.search.batch.Given;
import org.plumbline.search.batch.ListText;
import org.plumbline.site.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a list of terms is looked for in a case. */
@Controller
@RequestMapping("/cases/{caseId}/batch-search")
class BatchController {
    private static final List<String> FIELDS = List.of("header", "column", "kinds", "who", "language", "list");

    private final BatchSearch batches;
    private final CaseHeaders headers;
    private final Resubmission resubmission;

    BatchController(BatchSearch batches, CaseHeaders headers, Resubmission resubmission) {
        this.batches = batches;
        this.headers = headers;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView form(@PathVariable UUID caseId) {
        return page(new CaseId(caseId), Form.of(Map.of("header", "yes", "who", "unsaid")), Optional.empty());
    }

    @PostMapping
    ModelAndView search(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var id = new CaseId(caseId);
        ListText list = list(file, request);
        try {
            Batch found = batches.search(id, given(list, request));
            return page(id, sent(request), Optional.of(found));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, form, Optional.empty()));
        }
    }

    /** The same list again, as a file. */
    @PostMapping("/csv")
    ResponseEntity<byte[]> csv(@PathVariable UUID caseId, HttpServletRequest request) throws IOException {
        return BatchFile.of(batches.export(new CaseId(caseId), given(list(null, request), request)));
    }

    private ModelAndView page(CaseId id, Form form, Optional<Batch> found) {
        return new ModelAndView("search/batch", Map.of("page", new BatchPage(headers.of(id, "search"), form, found)));
    }

    private static ListText list(@Nullable MultipartFile file, HttpServletRequest request) throws IOException {
        return file == null || file.isEmpty()
                ? ListText.typed(parameter(request, "list"))
                : ListText.of(file.getBytes());
    }

    private static Given given(ListText list, HttpServletRequest request) {
        return new Given(
                list,
                !parameter(request, "header").isEmpty(),
                parameter(request, "column"),
                parameter(request, "kinds"),
                parameter(request, "who"),
                !parameter(request, "language").isEmpty());
    }

    private static Form sent(HttpServletRequest request) {
        return Form.of(FIELDS.stream().collect(Collectors.toMap(name -> name, name -> parameter(request, name))));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
