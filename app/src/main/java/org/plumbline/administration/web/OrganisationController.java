package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.plumbline.administration.NumberPreview;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Members;
import org.plumbline.identity.Organisation;
import org.plumbline.identity.OrganisationFile;
import org.plumbline.identity.OwnOrganisation;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organisation's name, zone and numbering, for its administrator. */
@Controller
@RequestMapping("/admin/organisation")
class OrganisationController {
    private final OwnOrganisation own;
    private final NumberPreview preview;
    private final Members members;
    private final Resubmission resubmission;

    OrganisationController(OwnOrganisation own, NumberPreview preview, Members members, Resubmission resubmission) {
        this.own = own;
        this.preview = preview;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView show() {
        OrganisationFile file = own.read();
        return page(file, OrganisationPage.form(file.now()), Optional.of(preview.next(file.now())));
    }

    /** The form as it was typed, with the number that the next case would get; nothing changes. */
    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(name = "number_scheme", defaultValue = "") String scheme,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            Organisation imagined = own.imagine(zone, scheme);
            Form typed = Form.of(Map.of("name", name, "zone", zone, "number_scheme", scheme, "reason", reason));
            return page(own.read(), typed, Optional.of(preview.next(imagined)));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(own.read(), form, Optional.empty()));
        }
    }

    @PostMapping
    ModelAndView change(
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(name = "number_scheme", defaultValue = "") String scheme,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            own.change(version, new OwnOrganisation.Wish(name, zone, scheme), reason);
            return new ModelAndView("redirect:/admin/organisation");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(own.read(), form, Optional.empty()));
        }
    }

    private ModelAndView page(OrganisationFile file, Form form, Optional<String> next) {
        var people = file.changes().stream()
                .flatMap(change -> change.step().by().stream())
                .distinct()
                .toList();
        return new ModelAndView(
                "administration/organisation",
                Map.of("page", new OrganisationPage(file, form, next, members.names(people))));
    }
}
