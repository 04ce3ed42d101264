package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.MemberRoles;
import org.plumbline.identity.Members;
import org.plumbline.identity.Recoveries;
import org.plumbline.identity.Recovery;
import org.plumbline.identity.RoleRequest;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for a second person: roles for administrators and overseers, recoveries for administrators. */
@Controller
@RequestMapping("/confirmations")
class ConfirmationsController {
    private final MemberRoles roles;
    private final Recoveries recoveries;
    private final Members members;
    private final Resubmission resubmission;

    ConfirmationsController(MemberRoles roles, Recoveries recoveries, Members members, Resubmission resubmission) {
        this.roles = roles;
        this.recoveries = recoveries;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView waiting() {
        return page(Form.empty(), Optional.empty(), Optional.empty());
    }

    @PostMapping("/roles/{requestId}/confirm")
    ModelAndView confirmRole(@PathVariable UUID requestId, HttpServletRequest request) {
        return answer(requestId, request, () -> roles.confirm(requestId));
    }

    @PostMapping("/roles/{requestId}/decline")
    ModelAndView declineRole(
            @PathVariable UUID requestId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return answer(requestId, request, () -> roles.decline(requestId, reason));
    }

    /** Answers with the page itself: the link is shown this once, so no address may lead to it again. */
    @PostMapping("/recoveries/{recoveryId}/confirm")
    ModelAndView confirmRecovery(@PathVariable UUID recoveryId, HttpServletRequest request) {
        try {
            NewLink link = NewLink.of(recoveries.confirm(recoveryId), request);
            return page(Form.empty(), Optional.empty(), Optional.of(link));
        } catch (Refused refused) {
            return again(refused, recoveryId, request);
        }
    }

    @PostMapping("/recoveries/{recoveryId}/decline")
    ModelAndView declineRecovery(
            @PathVariable UUID recoveryId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        return answer(recoveryId, request, () -> recoveries.decline(recoveryId, reason));
    }

    private ModelAndView answer(UUID id, HttpServletRequest request, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/confirmations");
        } catch (Refused refused) {
            return again(refused, id, request);
        }
    }

    private ModelAndView again(Refused refused, UUID id, HttpServletRequest request) {
        return resubmission.of(refused, request, form -> page(form, Optional.of(id), Optional.empty()));
    }

    private ModelAndView page(Form form, Optional<UUID> refused, Optional<NewLink> link) {
        Acting acting = Acting.require();
        List<RoleRequest> asked = roles.waiting();
        List<Recovery> back = acting.is(Role.ADMINISTRATOR) ? recoveries.waiting() : List.of();
        var names = members.names(Stream.concat(
                        asked.stream().flatMap(r -> Stream.concat(Stream.of(r.member()), r.asked().by().stream())),
                        back.stream().flatMap(r -> Stream.concat(Stream.of(r.member()), r.asked().by().stream())))
                .toList());
        var items = ConfirmationsPage.items(asked, back, names);
        return new ModelAndView(
                "administration/confirmations",
                Map.of("page", new ConfirmationsPage(items, acting.member(), form, refused, link)));
    }
}
