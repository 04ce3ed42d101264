package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.identity.ways.Passkeys;
import org.plumbline.identity.ways.Passwords;
import org.plumbline.identity.ways.WaysIn;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Proving again who one is, before a way to sign in may be changed. */
@Controller
class ProofController {
    /** Where a proof leads back to: an act that waits for its signature, and nowhere else. */
    private static final Pattern ACT =
            Pattern.compile("/cases/[0-9a-f-]{36}/exhibits/[0-9a-f-]{36}/acts/[0-9a-f-]{36}");

    private final WaysIn ways;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Challenges challenges;
    private final Refilled refilled;

    ProofController(WaysIn ways, Passkeys passkeys, Passwords passwords, Challenges challenges, Refilled refilled) {
        this.ways = ways;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.challenges = challenges;
        this.refilled = refilled;
    }

    @GetMapping("/account/sign-in/proof")
    ModelAndView ask(@RequestParam(defaultValue = "") String then) {
        return page(Form.of(Map.of("then", then)));
    }

    @PostMapping("/account/sign-in/proof/passkey/options")
    @ResponseBody
    Map<String, Object> options(HttpServletRequest request) {
        return passkeys.askToUse(challenges.make(request, Challenges.Purpose.PROVE));
    }

    @PostMapping("/account/sign-in/proof/passkey")
    ModelAndView byPasskey(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        return prove(
                request,
                response,
                () -> passkeys.prove(credential, challenges.take(request, Challenges.Purpose.PROVE)));
    }

    @PostMapping("/account/sign-in/proof/password")
    ModelAndView byPassword(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return prove(request, response, () -> passwords.prove(password, code));
    }

    private ModelAndView prove(HttpServletRequest request, HttpServletResponse response, Runnable proof) {
        try {
            proof.run();
            String then = request.getParameter("then");
            return new ModelAndView(
                    then != null && ACT.matcher(then).matches()
                            ? "redirect:" + then
                            : "redirect:/account/sign-in?done=proved");
        } catch (Refused refused) {
            return refilled.of(refused, request, response, this::page);
        }
    }

    private ModelAndView page(Form form) {
        return new ModelAndView("welcome/proof", Map.of("page", new ProofPage(ways.list(), form)));
    }
}
