package org.plumbline.custody.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.imports.CheckedImport;
import org.plumbline.custody.imports.ImportAsked;
import org.plumbline.custody.imports.PackageImport;
import org.plumbline.custody.imports.PackageImports;
import org.plumbline.custody.web.Archives;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a package is checked and imported. */
@Controller
@RequestMapping("/cases/{caseId}/packages/import")
class PackageImportController {
    private static final String TAB = "exhibits";
    private static final int LOOKED_AT = 500;

    private final PackageImports imports;
    private final Exhibits exhibits;
    private final CaseHeaders headers;
    private final Members members;
    private final FrameFactory frames;

    PackageImportController(
            PackageImports imports, Exhibits exhibits, CaseHeaders headers, Members members, FrameFactory frames) {
        this.imports = imports;
        this.exhibits = exhibits;
        this.headers = headers;
        this.members = members;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID caseId, @RequestParam Optional<UUID> exhibit, HttpServletRequest request) {
        return checked(new CaseId(caseId), exhibit, Form.empty(), 200, request);
    }

    /** Imports the package; asked to check only, shows what is found under the given keys. */
    @PostMapping
    ModelAndView bring(
            @PathVariable UUID caseId,
            @RequestParam(name = "exhibit") Optional<UUID> chosen,
            @RequestParam(defaultValue = "") String trust,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean unvouched,
            @RequestParam(defaultValue = "") String only,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        if (only.equals("check")) {
            return checked(id, chosen, typed(trust, reason), 200, request);
        }
        try {
            PackageImport made = imports.bring(id, chosen, new ImportAsked(trust, reason, unvouched));
            return new ModelAndView("redirect:/cases/" + caseId + "/packages/import?exhibit=" + made.exhibit());
        } catch (Refused refused) {
            Form form = Form.refused(request.getParameterMap(), refused.refusal(), frames.texts(request));
            return checked(id, chosen, form, status(refused), request);
        }
    }

    private static Form typed(String trust, String reason) {
        return Form.of(Map.of("trust", trust, "reason", reason));
    }

    /** What cannot be checked is said on the same page, where another exhibit can be chosen. */
    private ModelAndView checked(CaseId id, Optional<UUID> exhibit, Form form, int status, HttpServletRequest request) {
        if (exhibit.isEmpty()) {
            return page(id, form, null, status);
        }
        try {
            return page(id, form, imports.check(id, exhibit.get(), form.value("trust")), status);
        } catch (Refused refused) {
            Form said = form.errors().isEmpty()
                    ? Form.refused(
                            Map.of("exhibit", new String[] {exhibit.get().toString()}, "trust", new String[] {
                                form.value("trust")
                            }),
                            refused.refusal(),
                            frames.texts(request))
                    : form;
            return page(id, said, null, status(refused));
        }
    }

    private static int status(Refused refused) {
        return switch (refused.refusal().kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case ABSENT, FORBIDDEN, GONE, LOCKED, DAMAGED, PRECONDITION, MALFORMED, TOO_OFTEN, UNAVAILABLE ->
                throw refused;
        };
    }

    private ModelAndView page(CaseId id, Form form, @Nullable CheckedImport found, int status) {
        var header = headers.of(id, TAB);
        List<Exhibit> archives = exhibits.list(id, 0, LOOKED_AT).stream()
                .filter(Archives::mayBePackage)
                .toList();
        String by = Optional.ofNullable(found)
                .flatMap(CheckedImport::done)
                .map(done -> done.stamp().recordedBy())
                .map(member -> members.names(List.of(member)).getOrDefault(member, ""))
                .orElse("");
        var page = new PackageImportPage(header, form, archives, found, by, imports.list(id));
        var shown = new ModelAndView("custody/packages/import", Map.of("page", page));
        shown.setStatus(HttpStatusCode.valueOf(status));
        return shown;
    }
}
