package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.plumbline.administration.web.MemberActPage.Act;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Departures;
import org.plumbline.identity.MemberFile;
import org.plumbline.identity.MemberRoles;
import org.plumbline.identity.MemberSessions;
import org.plumbline.identity.Members;
import org.plumbline.identity.Recoveries;
import org.plumbline.identity.Staff;
import org.plumbline.identity.Units;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One member, for an administrator: roles, sessions, tokens, recovery, leaving. */
@Controller
@RequestMapping("/members/{memberId}")
class MemberController {
    private final Staff staff;
    private final MemberRoles roles;
    private final MemberSessions sessions;
    private final Recoveries recoveries;
    private final Departures departures;
    private final Units units;
    private final Members members;
    private final MemberForms forms;
    private final Resubmission resubmission;

    MemberController(
            Staff staff,
            MemberRoles roles,
            MemberSessions sessions,
            Recoveries recoveries,
            Departures departures,
            Units units,
            Members members,
            MemberForms forms,
            Resubmission resubmission) {
        this.staff = staff;
        this.roles = roles;
        this.sessions = sessions;
        this.recoveries = recoveries;
        this.departures = departures;
        this.units = units;
        this.members = members;
        this.forms = forms;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView member(@PathVariable UUID memberId, HttpServletRequest request) {
        return page(memberId, Collections.emptySortedMap(), Optional.empty(), request);
    }

    @PostMapping("/roles")
    ModelAndView give(
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return act(
                memberId,
                Act.GIVE,
                "",
                request,
                () -> roles.give(new MemberId(memberId), MemberInput.role(role), reason));
    }

    @PostMapping("/roles/{role}/end")
    ModelAndView endRole(
            @PathVariable UUID memberId,
            @PathVariable String role,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return act(
                memberId,
                Act.END,
                role,
                request,
                () -> roles.end(new MemberId(memberId), MemberInput.roleInAddress(role), reason));
    }

    @PostMapping("/sessions/end")
    ModelAndView endSessions(
            @PathVariable UUID memberId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return act(memberId, Act.SESSIONS, "", request, () -> sessions.endAll(new MemberId(memberId), reason));
    }

    @PostMapping("/tokens/end")
    ModelAndView endToken(
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        return act(
                memberId,
                Act.TOKENS,
                "",
                request,
                () -> sessions.endToken(new MemberId(memberId), MemberInput.choice("token", token), reason));
    }

    @PostMapping("/recovery")
    ModelAndView recover(
            @PathVariable UUID memberId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return act(memberId, Act.RECOVERY, "", request, () -> recoveries.ask(new MemberId(memberId), reason));
    }

    @PostMapping("/unit")
    ModelAndView place(
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            units.place(new MemberId(memberId), MemberInput.unit("unit", unit), reason);
            return new ModelAndView("redirect:/members/" + memberId);
        } catch (Refused refused) {
            return resubmission.of(
                    refused, request, form -> page(memberId, Collections.emptySortedMap(), Optional.of(form), request));
        }
    }

    /** Answers with the page itself, which says what became of what the member held. */
    @PostMapping("/leaving")
    ModelAndView leave(
            @PathVariable UUID memberId,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            Optional<MemberId> takesOver = MemberInput.successor(successor);
            return page(
                    memberId, departures.leave(new MemberId(memberId), takesOver, reason), Optional.empty(), request);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> forms.of(memberId, Act.LEAVING, "", form, request));
        }
    }

    private ModelAndView act(UUID memberId, Act name, String about, HttpServletRequest request, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/members/" + memberId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> forms.of(memberId, name, about, form, request));
        }
    }

    private ModelAndView page(
            UUID memberId, SortedMap<String, Integer> handedOver, Optional<Form> form, HttpServletRequest request) {
        MemberFile file = staff.read(new MemberId(memberId));
        boolean own = file.member().id().equals(Acting.require().member());
        request.setAttribute(FrameFactory.PLACE, "admin");
        return new ModelAndView(
                "administration/member",
                Map.of(
                        "page",
                        new MemberPage(
                                file,
                                own,
                                members.names(MemberPage.people(file)),
                                handedOver,
                                units.list(),
                                form.orElseGet(() -> MemberPage.form(file)))));
    }
}
