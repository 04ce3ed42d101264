package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.identity.Tokens;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account. */
@Controller
class AccountController {
    private final Tokens tokens;
    private final SignedIn signedIn;
    private final Resubmission resubmission;

    AccountController(Tokens tokens, SignedIn signedIn, Resubmission resubmission) {
        this.tokens = tokens;
        this.signedIn = signedIn;
        this.resubmission = resubmission;
    }

    @GetMapping("/account")
    ModelAndView account() {
        return page(Form.of(Map.of("scope", "read", "days", "90")), Optional.empty());
    }

    /** Answers with the page itself: the secret is shown this once, so no address may lead to it again. */
    @PostMapping("/account/tokens")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "read") String scope,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request) {
        try {
            String secret = tokens.make(name, scope.equals("write"), whole(days));
            return page(Form.of(Map.of("scope", "read", "days", "90")), Optional.of(secret));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(form, Optional.empty()));
        }
    }

    @PostMapping("/account/tokens/{tokenId}/end")
    String end(@PathVariable UUID tokenId) {
        tokens.end(tokenId);
        return "redirect:/account";
    }

    private ModelAndView page(Form form, Optional<String> secret) {
        var page = new AccountPage(tokens.list(), signedIn.page(), form, secret);
        return new ModelAndView("administration/account", Map.of("page", page));
    }

    /** Zero for what is not a number; the rule on days then refuses it. */
    private static int whole(String days) {
        try {
            return Integer.parseInt(days.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
