package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.search.saved.Alerts;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of a case's alerts. */
@Controller
@RequestMapping("/cases/{caseId}")
class AlertController {
    private final Alerts alerts;
    private final AlertPages pages;
    private final Resubmission resubmission;

    AlertController(Alerts alerts, AlertPages pages, Resubmission resubmission) {
        this.alerts = alerts;
        this.pages = pages;
        this.resubmission = resubmission;
    }

    @GetMapping("/alerts")
    ModelAndView list(@PathVariable UUID caseId) {
        return new ModelAndView("search/alerts", Map.of("page", pages.list(new CaseId(caseId))));
    }

    @GetMapping("/alerts/{alertId}")
    ModelAndView read(@PathVariable UUID caseId, @PathVariable UUID alertId, HttpServletRequest request) {
        return one(new CaseId(caseId), alertId, request, Form.of(Map.of("days", AlertInput.LONGEST)));
    }

    @GetMapping("/saved-searches/{savedId}/alert")
    ModelAndView form(@PathVariable UUID caseId, @PathVariable UUID savedId) {
        return form(new CaseId(caseId), savedId, Form.empty());
    }

    @PostMapping("/saved-searches/{savedId}/alert")
    ModelAndView ask(
            @PathVariable UUID caseId,
            @PathVariable UUID savedId,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            UUID asked = alerts.ask(id, savedId, about, AlertInput.subject(subject), reason)
                    .id();
            return to(id, "/alerts/" + asked);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> form(id, savedId, form));
        }
    }

    @PostMapping("/alerts/{alertId}/agree")
    ModelAndView agree(
            @PathVariable UUID caseId,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return decided(caseId, alertId, request, () -> alerts.agree(new CaseId(caseId), alertId, days, reason));
    }

    @PostMapping("/alerts/{alertId}/decline")
    ModelAndView decline(
            @PathVariable UUID caseId,
            @PathVariable UUID alertId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return decided(caseId, alertId, request, () -> alerts.decline(new CaseId(caseId), alertId, reason));
    }

    @PostMapping("/alerts/{alertId}/end")
    ModelAndView end(@PathVariable UUID caseId, @PathVariable UUID alertId, HttpServletRequest request) {
        return decided(caseId, alertId, request, () -> alerts.end(new CaseId(caseId), alertId));
    }

    @PostMapping("/alerts/{alertId}/seen")
    ModelAndView seen(@PathVariable UUID caseId, @PathVariable UUID alertId) {
        alerts.seen(new CaseId(caseId), alertId);
        return to(new CaseId(caseId), "/alerts/" + alertId);
    }

    private ModelAndView decided(UUID caseId, UUID alertId, HttpServletRequest request, Runnable act) {
        var id = new CaseId(caseId);
        try {
            act.run();
            return to(id, "/alerts/" + alertId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(id, alertId, request, form));
        }
    }

    private ModelAndView one(CaseId id, UUID alertId, HttpServletRequest request, Form form) {
        return new ModelAndView("search/alert", Map.of("page", pages.one(id, alertId, request, form)));
    }

    private ModelAndView form(CaseId id, UUID savedId, Form form) {
        return new ModelAndView("search/alert-form", Map.of("page", pages.form(id, savedId, form)));
    }

    private static ModelAndView to(CaseId id, String where) {
        return new ModelAndView("redirect:/cases/" + id + where);
    }
}
