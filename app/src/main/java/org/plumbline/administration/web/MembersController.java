package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.MemberRoles;
import org.plumbline.identity.Recoveries;
import org.plumbline.identity.Staff;
import org.plumbline.identity.UnitTree;
import org.plumbline.identity.Units;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The members of an organisation, for its administrator. */
@Controller
class MembersController {
    private final Staff staff;
    private final MemberRoles roles;
    private final Recoveries recoveries;
    private final Units units;
    private final Resubmission resubmission;

    MembersController(Staff staff, MemberRoles roles, Recoveries recoveries, Units units, Resubmission resubmission) {
        this.staff = staff;
        this.roles = roles;
        this.recoveries = recoveries;
        this.units = units;
        this.resubmission = resubmission;
    }

    @GetMapping("/admin")
    ModelAndView members(@RequestParam(defaultValue = "") String unit) {
        return page(Form.empty(), Optional.empty(), unit);
    }

    /** Answers with the page itself: the link is shown this once, so no address may lead to it again. */
    @PostMapping("/admin/members")
    ModelAndView enrol(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> role,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            Staff.Enrolled enrolled = staff.enrol(name, MemberInput.roles(role), reason);
            return page(Form.empty(), Optional.of(NewLink.of(enrolled, request)), "");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(form, Optional.empty(), ""));
        }
    }

    private ModelAndView page(Form form, Optional<NewLink> enrolled, String unit) {
        int waiting = roles.waiting().size() + recoveries.waiting().size();
        UnitTree tree = units.list();
        var chosen = MemberInput.unit("unit", unit).map(id -> tree.find(id).orElseThrow(Refusal.absent()::asException));
        return new ModelAndView(
                "administration/members",
                Map.of("page", new MembersPage(staff.list(), staff.left(), waiting, form, enrolled, tree, chosen)));
    }
}
