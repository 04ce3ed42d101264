package org.plumbline.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.documents.CompletenessStatements;
import org.plumbline.documents.Ingestion;
import org.plumbline.documents.Ingestions;
import org.plumbline.documents.Item;
import org.plumbline.documents.ItemState;
import org.plumbline.documents.ReadingStop;
import org.plumbline.documents.Readings;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Pages of ingestions: handing files in, the ledger, reading again. */
@Controller
class IngestionController {
    private static final int PAGE = 200;
    private static final int EXHIBIT_ITEMS = 200;

    private final Ingestions ingestions;
    private final Readings readings;
    private final CompletenessStatements statements;
    private final DocumentController documentPages;
    private final ReadingStop stop;
    private final CaseHeaders headers;
    private final Members members;
    private final FrameFactory frames;

    IngestionController(
            Ingestions ingestions,
            Readings readings,
            CompletenessStatements statements,
            DocumentController documentPages,
            ReadingStop stop,
            CaseHeaders headers,
            Members members,
            FrameFactory frames) {
        this.ingestions = ingestions;
        this.readings = readings;
        this.statements = statements;
        this.stop = stop;
        this.documentPages = documentPages;
        this.headers = headers;
        this.members = members;
        this.frames = frames;
    }

    /** All files of one form, as a browser without scripts sends them. */
    @PostMapping("/cases/{caseId}/ingestions")
    ModelAndView hand(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "files", required = false) MultipartFile[] files,
            @RequestParam(defaultValue = "") String digests,
            HttpServletRequest request)
            throws IOException {
        var id = new CaseId(caseId);
        List<MultipartFile> sent = files == null
                ? List.of()
                : Arrays.stream(files).filter(IngestionController::named).toList();
        try {
            Set<ComparisonKind> compared = compared(digests);
            if (sent.isEmpty()) {
                throw Refusal.invalid(List.of(new Refusal.Field("files", "no-files", Map.of())))
                        .asException();
            }
            String said = title.isBlank() ? String.valueOf(sent.getFirst().getOriginalFilename()) : title;
            Ingestion ingestion = ingestions.begin(id, cut(said), Optional.of(sent.size()), Optional.empty());
            for (MultipartFile file : sent) {
                try (InputStream bytes = file.getInputStream()) {
                    var as = Received.of(file.getOriginalFilename(), Origin.UPLOAD);
                    ingestions.add(id, ingestion.id(), as, bytes, compared);
                }
            }
            ingestions.complete(id, ingestion.id());
            return new ModelAndView("redirect:/cases/" + caseId + "/ingestions/" + ingestion.id());
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            var form = Form.refused(
                    Map.of("title", new String[] {title}, "digests", new String[] {digests}),
                    refused.refusal(),
                    frames.texts(request));
            return new ModelAndView(
                    "documents/documents",
                    Map.of("page", documentPages.page(id, Optional.empty(), form)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The newest ingestion as a panel of the case's overview; asked for by itself it is the page of documents. */
    @GetMapping("/cases/{caseId}/ingestions")
    ModelAndView newest(@PathVariable UUID caseId, @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
        var newest = ingestions.list(new CaseId(caseId), Optional.empty(), 1).stream()
                .findFirst();
        return part.equals("true")
                ? new ModelAndView("documents/part/newest", Map.of("page", new NewestPanel("/cases/" + caseId, newest)))
                : new ModelAndView("redirect:/cases/" + caseId + "/documents");
    }

    @GetMapping("/cases/{caseId}/ingestions/{ingestion}")
    ModelAndView ledger(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<UUID> after) {
        return new ModelAndView("documents/ledger", Map.of("page", page(caseId, ingestion, state, after)));
    }

    /** The progress of an ingestion, as a part of its page; asked for by itself it is the page. */
    @GetMapping("/cases/{caseId}/ingestions/{ingestion}/progress")
    ModelAndView progress(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            HttpServletResponse response) {
        if (!part.equals("true")) {
            return new ModelAndView("redirect:/cases/" + caseId + "/ingestions/" + ingestion);
        }
        LedgerPage page = page(caseId, ingestion, "", Optional.empty());
        if (!page.reading()) {
            response.setHeader("HX-Refresh", "true"); // finished: the ledger below has changed too
        }
        return new ModelAndView("documents/part/progress", Map.of("page", page));
    }

    @PostMapping("/cases/{caseId}/ingestions/{ingestion}/complete")
    String complete(@PathVariable UUID caseId, @PathVariable UUID ingestion) {
        ingestions.complete(new CaseId(caseId), ingestion);
        return "redirect:/cases/" + caseId + "/ingestions/" + ingestion;
    }

    @PostMapping("/cases/{caseId}/ingestions/{ingestion}/items/{item}/retry")
    String retry(
            @PathVariable UUID caseId,
            @PathVariable UUID ingestion,
            @PathVariable UUID item,
            @RequestParam int version) {
        ingestions.retry(new CaseId(caseId), ingestion, item, version);
        return "redirect:/cases/" + caseId + "/ingestions/" + ingestion;
    }

    /** What was read from an exhibit: a part of the exhibit's page, and a page by itself. */
    @GetMapping("/cases/{caseId}/exhibits/{exhibit}/derived")
    ModelAndView derived(
            @PathVariable UUID caseId,
            @PathVariable UUID exhibit,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part) {
        var id = new CaseId(caseId);
        List<Item> items = ingestions.ofExhibit(id, exhibit, EXHIBIT_ITEMS);
        var page = new DerivedPage(headers.of(id, "exhibits"), exhibit, items);
        return new ModelAndView(
                part.equals("true") ? "documents/part/derived" : "documents/derived", Map.of("page", page));
    }

    private LedgerPage page(UUID caseId, UUID ingestion, String stated, Optional<UUID> after) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "documents");
        Optional<ItemState> state = state(stated);
        Ingestions.Summary summary = ingestions.read(id, ingestion);
        List<Item> found = ingestions.items(id, ingestion, state, after, PAGE + 1);
        List<Item> shown = found.subList(0, Math.min(PAGE, found.size()));
        // Asked for every two seconds while files are read: what only a finished one has is not looked up then.
        boolean finished = summary.counts().open() == 0;
        String here = header.href() + "/ingestions/" + ingestion;
        String query = state.map(s -> "?state=" + s.code() + "&").orElse("?");
        var by = summary.ingestion().stamp().recordedBy();
        return new LedgerPage(
                header,
                summary,
                members.names(List.of(by)).getOrDefault(by, ""),
                shown,
                state,
                finished ? readings.older(id, ingestion) : 0,
                finished ? readings.otherLanguages(id, ingestion) : 0,
                finished ? statements.list(id, ingestion) : List.of(),
                finished ? Optional.empty() : stop.missing(),
                after.isPresent() ? here + query.substring(0, query.length() - 1) : "",
                found.size() > PAGE ? here + query + "after=" + shown.getLast().id() : "");
    }

    private static Set<ComparisonKind> compared(String digests) {
        var input = new Input();
        Set<ComparisonKind> read = ComparisonKind.read("digests", digests, input);
        input.check();
        return read;
    }

    private static Optional<ItemState> state(String stated) {
        return Arrays.stream(ItemState.values())
                .filter(s -> s.code().equals(stated.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean named(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name != null && !name.isBlank();
    }

    private static String cut(String title) {
        return title.length() > 200 ? title.substring(0, 200) : title;
    }
}
