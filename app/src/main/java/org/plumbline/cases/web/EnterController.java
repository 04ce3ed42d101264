package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.Purposes;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Entering a case: for which of its purposes, and whether at case level or in a compartment. */
@Controller
@RequestMapping("/cases/{caseId:[0-9a-fA-F-]{36}}/purpose")
class EnterController {
    private final Purposes purposes;
    private final Sessions sessions;
    private final Resubmission resubmission;

    EnterController(Purposes purposes, Sessions sessions, Resubmission resubmission) {
        this.purposes = purposes;
        this.sessions = sessions;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID caseId, @RequestParam(defaultValue = "") String to) {
        return page(new CaseId(caseId), to, Form.empty());
    }

    @PostMapping
    ModelAndView take(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String compartment,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            var input = new Input();
            Optional<UUID> chosen = uuid(input, "authority", input.text("authority", authority, 36));
            Optional<UUID> part = uuid(input, "compartment", compartment.strip());
            input.check();
            Acting.Purpose purpose = purposes.take(id, chosen.orElseThrow(), part);
            sessions.keep(request, Optional.of(purpose));
            return new ModelAndView("redirect:" + within(id, to));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(id, to, form));
        }
    }

    private ModelAndView page(CaseId id, String to, Form form) {
        return new ModelAndView(
                "cases/enter", Map.of("page", new EnterPage(purposes.offer(id), within(id, to), current(id), form)));
    }

    private static String current(CaseId id) {
        return Acting.require().compartmentOf(id).map(UUID::toString).orElse("");
    }

    /** Only a page of the same case is gone back to: an address from outside is not followed. */
    private static String within(CaseId id, String to) {
        String home = "/cases/" + id;
        boolean inside = to.startsWith(home + "/") || to.startsWith(home + "?");
        return inside && to.indexOf('\\') < 0 && to.indexOf('\r') < 0 && to.indexOf('\n') < 0 ? to : home;
    }

    private static Optional<UUID> uuid(Input input, String field, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            input.refuse(field, "field-not-a-choice", Map.of("value", value));
            return Optional.empty();
        }
    }
}
