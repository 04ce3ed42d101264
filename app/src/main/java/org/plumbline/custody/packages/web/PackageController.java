package org.plumbline.custody.packages.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.packages.EvidencePackage;
import org.plumbline.custody.packages.PackageTerms;
import org.plumbline.custody.packages.Packages;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of evidence packages. */
@Controller
@RequestMapping("/cases/{caseId}/packages")
class PackageController {
    private static final String TAB = "exhibits";
    private static final int PAGE = 50;
    private static final int CHOICES = 500;

    private final Packages packages;
    private final Exhibits exhibits;
    private final CaseHeaders headers;
    private final Members members;
    private final FrameFactory frames;

    PackageController(Packages packages, Exhibits exhibits, CaseHeaders headers, Members members, FrameFactory frames) {
        this.packages = packages;
        this.exhibits = exhibits;
        this.headers = headers;
        this.members = members;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId, @RequestParam Optional<UUID> before) {
        var id = new CaseId(caseId);
        var header = headers.of(id, TAB);
        List<EvidencePackage> found = packages.list(id, before, PAGE + 1);
        List<EvidencePackage> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = header.href() + "/packages";
        var page = new PackagesPage(
                header,
                shown,
                members.names(shown.stream().map(p -> p.stamp().recordedBy()).toList()),
                before.isPresent() ? here : "",
                found.size() > PAGE ? here + "?before=" + shown.getLast().id() : "");
        return new ModelAndView("custody/packages/list", Map.of("page", page));
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable UUID caseId) {
        return blank(new CaseId(caseId), Form.empty());
    }

    @PostMapping
    ModelAndView make(
            @PathVariable UUID caseId,
            @RequestParam(name = "exhibits", required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String conditions,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            packages.make(
                    id,
                    new PackageTerms.Asked(chosen, recipient, purpose, conditions),
                    new PrintedPage(frames.texts(request)));
            return new ModelAndView("redirect:/cases/" + caseId + "/packages");
        } catch (Refused refused) {
            return again(id, refused, request);
        }
    }

    private ModelAndView again(CaseId id, Refused refused, HttpServletRequest request) {
        int status = switch (refused.refusal().kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case ABSENT, FORBIDDEN, GONE, LOCKED, DAMAGED, PRECONDITION, MALFORMED, TOO_LARGE, TOO_OFTEN, UNAVAILABLE ->
                throw refused;
        };
        ModelAndView shown =
                blank(id, Form.refused(request.getParameterMap(), refused.refusal(), frames.texts(request)));
        shown.setStatus(HttpStatusCode.valueOf(status));
        return shown;
    }

    /** The package itself. */
    @GetMapping("/{packageId}/file")
    ResponseEntity<Resource> file(
            @PathVariable UUID caseId, @PathVariable UUID packageId, HttpServletResponse response) {
        return PackageArchive.save(packages.open(new CaseId(caseId), packageId), response);
    }

    private ModelAndView blank(CaseId id, Form form) {
        var header = headers.of(id, TAB);
        List<Exhibit> found = exhibits.list(id, 0, CHOICES + 1);
        var page = new NewPackagePage(
                header, form, found.subList(0, Math.min(CHOICES, found.size())), found.size() > CHOICES);
        return new ModelAndView("custody/packages/new", Map.of("page", page));
    }
}
