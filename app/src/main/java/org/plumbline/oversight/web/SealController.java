package org.plumbline.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.CourtSeals;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Court seals of the organisation: the overseer sees which cases are sealed, and lifts a seal by order of a court. */
@Controller
@RequestMapping("/oversight/seals")
class SealController {
    private final CourtSeals seals;
    private final Members members;
    private final Resubmission resubmission;

    SealController(CourtSeals seals, Members members, Resubmission resubmission) {
        this.seals = seals;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list() {
        return list(Form.empty());
    }

    @PostMapping("/{sealId}/lift")
    ModelAndView lift(
            @PathVariable UUID sealId,
            @RequestParam(name = "court_order", defaultValue = "") String courtOrder,
            HttpServletRequest request) {
        try {
            seals.lift(sealId, courtOrder);
            return new ModelAndView("redirect:/oversight/seals");
        } catch (Refused refused) {
            return resubmission.of(refused, request, this::list);
        }
    }

    private ModelAndView list(Form form) {
        var live = seals.list();
        var names = members.names(live.stream().map(s -> s.seal().placedBy()).toList());
        return new ModelAndView("oversight/seals", Map.of("page", new SealsPage(live, names, form)));
    }
}
