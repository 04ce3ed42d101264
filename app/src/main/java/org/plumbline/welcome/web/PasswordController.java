package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.plumbline.identity.ways.Passwords;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.QrCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Setting up a password with a code app, and changing the password. Both end all other sessions of the person. */
@Controller
class PasswordController {
    private final Passwords passwords;
    private final Sessions sessions;
    private final Refilled refilled;

    PasswordController(Passwords passwords, Sessions sessions, Refilled refilled) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.refilled = refilled;
    }

    @GetMapping("/account/sign-in/password")
    ModelAndView offer() {
        try {
            return setUpPage(Form.empty());
        } catch (Refused refused) {
            return Proving.first(refused).orElseThrow(() -> refused);
        }
    }

    @PostMapping("/account/sign-in/password")
    ModelAndView setUp(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passwords.setUp(new Passwords.SetUp(login, password, again, sealed, code));
            return done("password", request);
        } catch (Refused refused) {
            return Proving.first(refused).orElseGet(() -> refilled.of(refused, request, response, this::setUpPage));
        }
    }

    @GetMapping("/account/sign-in/password/change")
    ModelAndView change() {
        return changePage(Form.empty());
    }

    @PostMapping("/account/sign-in/password/change")
    ModelAndView change(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passwords.change(password, again);
            return done("changed", request);
        } catch (Refused refused) {
            return Proving.first(refused)
                    .orElseGet(() -> refilled.of(refused, request, response, PasswordController::changePage));
        }
    }

    private ModelAndView done(String what, HttpServletRequest request) {
        sessions.endOthers(request, Acting.require().member());
        return new ModelAndView("redirect:/account/sign-in?done=" + what);
    }

    private ModelAndView setUpPage(Form form) {
        Passwords.Offer offer = passwords.offer(form.value("sealed"));
        return new ModelAndView(
                "welcome/password",
                Map.of("page", new PasswordPage(offer, QrCode.of(offer.codes().uri()), form)));
    }

    private static ModelAndView changePage(Form form) {
        return new ModelAndView("welcome/change", Map.of("form", form));
    }
}
