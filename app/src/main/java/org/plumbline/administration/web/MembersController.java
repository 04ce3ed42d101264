package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Staff;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The members of an organisation, for its administrator. */
@Controller
class MembersController {
    private final Staff staff;
    private final Resubmission resubmission;

    MembersController(Staff staff, Resubmission resubmission) {
        this.staff = staff;
        this.resubmission = resubmission;
    }

    @GetMapping("/admin")
    ModelAndView members() {
        return page(Form.empty(), Optional.empty());
    }

    /** Answers with the page itself: the link is shown this once, so no address may lead to it again. */
    @PostMapping("/admin/members")
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> role,
            HttpServletRequest request) {
        try {
            Staff.Enrolled enrolled = staff.enrol(name, roles(role));
            String link = ServletUriComponentsBuilder.fromContextPath(request)
                    .path("/sign-in/" + enrolled.secret())
                    .toUriString();
            return page(
                    Form.empty(),
                    Optional.of(new MembersPage.NewLink(enrolled.member().name(), link)));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(form, Optional.empty()));
        }
    }

    private ModelAndView page(Form form, Optional<MembersPage.NewLink> enrolled) {
        return new ModelAndView(
                "administration/members", Map.of("page", new MembersPage(staff.list(), form, enrolled)));
    }

    private static Set<Role> roles(List<String> codes) {
        try {
            return codes.stream()
                    .filter(code -> !code.isBlank())
                    .map(Role::ofCode)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(new Refusal.Field("role", "field-not-a-choice", Map.of("value", ""))))
                    .asException();
        }
    }
}
