package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.cases.erasure.CaseErasure;
import org.plumbline.cases.erasure.CaseErasures;
import org.plumbline.identity.Members;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking to erase a case, and deciding on it. */
@Controller
@RequestMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/erasure")
class CaseErasureController {
    private final CaseHeaders headers;
    private final CaseErasures erasures;
    private final Members members;
    private final Sessions sessions;
    private final Resubmission resubmission;

    CaseErasureController(
            CaseHeaders headers, CaseErasures erasures, Members members, Sessions sessions, Resubmission resubmission) {
        this.headers = headers;
        this.erasures = erasures;
        this.members = members;
        this.sessions = sessions;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID caseId) {
        return page(new CaseId(caseId), Form.empty());
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> erasures.ask(id, ground, reason));
    }

    /** After this there is no case, so the way leads back to the list. */
    @PostMapping("/{caseErasureId}/confirm")
    ModelAndView confirm(
            @PathVariable UUID caseId,
            @PathVariable UUID caseErasureId,
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            erasures.confirm(id, caseErasureId, number);
            sessions.forget(request, id);
            sessions.keep(request, Optional.empty());
            return new ModelAndView("redirect:/cases");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, form));
        }
    }

    @PostMapping("/{caseErasureId}/decline")
    ModelAndView decline(
            @PathVariable UUID caseId,
            @PathVariable UUID caseErasureId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        return answered(id, request, () -> erasures.decline(id, caseErasureId, reason));
    }

    private ModelAndView answered(CaseId id, HttpServletRequest request, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/cases/" + id + "/erasure");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, form));
        }
    }

    private ModelAndView page(CaseId id, Form form) {
        CaseHeader header = headers.of(id, "protection");
        List<CaseErasure> all = erasures.ofCase(id);
        var names = members.names(all.stream()
                .flatMap(e -> Stream.concat(Stream.of(e.by()), e.decision().map(CaseErasure.Decision::by).stream()))
                .toList());
        return new ModelAndView(
                "cases/erasure",
                Map.of(
                        "page",
                        new CaseErasurePage(header, all, names, Acting.require().member(), form)));
    }
}
