package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.plumbline.administration.web.MemberActPage.Act;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages that ask what exactly is to be done to a member, before it is done. */
@Controller
@RequestMapping("/members/{memberId}")
class MemberFormController {
    private final MemberForms forms;

    MemberFormController(MemberForms forms) {
        this.forms = forms;
    }

    @GetMapping("/roles")
    ModelAndView give(@PathVariable UUID memberId, HttpServletRequest request) {
        return forms.of(memberId, Act.GIVE, "", Form.empty(), request);
    }

    @GetMapping("/roles/{role}")
    ModelAndView end(@PathVariable UUID memberId, @PathVariable String role, HttpServletRequest request) {
        return forms.of(memberId, Act.END, MemberInput.roleInAddress(role).code(), Form.empty(), request);
    }

    @GetMapping("/sessions")
    ModelAndView sessions(@PathVariable UUID memberId, HttpServletRequest request) {
        return forms.of(memberId, Act.SESSIONS, "", Form.empty(), request);
    }

    @GetMapping("/tokens")
    ModelAndView tokens(@PathVariable UUID memberId, HttpServletRequest request) {
        return forms.of(memberId, Act.TOKENS, "", Form.empty(), request);
    }

    @GetMapping("/recovery")
    ModelAndView recovery(@PathVariable UUID memberId, HttpServletRequest request) {
        return forms.of(memberId, Act.RECOVERY, "", Form.empty(), request);
    }

    @GetMapping("/leaving")
    ModelAndView leaving(@PathVariable UUID memberId, HttpServletRequest request) {
        return forms.of(memberId, Act.LEAVING, "", Form.empty(), request);
    }
}
