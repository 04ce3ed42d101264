package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Members;
import org.plumbline.identity.ways.PasswordDecision;
import org.plumbline.identity.ways.SignInState;
import org.plumbline.identity.ways.SignInWays;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the members of an organisation sign in, and whether they may by password. */
@Controller("administrationSignInController")
class SignInController {
    private final SignInWays ways;
    private final Members members;
    private final Resubmission resubmission;

    SignInController(SignInWays ways, Members members, Resubmission resubmission) {
        this.ways = ways;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping("/admin/sign-in")
    ModelAndView list() {
        return page(Form.empty());
    }

    @PostMapping("/admin/sign-in/passwords")
    ModelAndView decide(
            @RequestParam(defaultValue = "") String allowed,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            ways.decide(allowed.equals("yes"), reason);
            return new ModelAndView("redirect:/admin/sign-in");
        } catch (Refused refused) {
            return resubmission.of(refused, request, this::page);
        }
    }

    private ModelAndView page(Form form) {
        SignInState state = ways.read();
        var names = members.names(
                state.decisions().stream().map(PasswordDecision::by).toList());
        return new ModelAndView("administration/sign-in", Map.of("page", new SignInPage(state, names, form)));
    }
}
