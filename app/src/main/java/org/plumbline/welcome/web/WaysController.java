package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.identity.Members;
import org.plumbline.identity.ways.Identities;
import org.plumbline.identity.ways.Passkeys;
import org.plumbline.identity.ways.Passwords;
import org.plumbline.identity.ways.ProviderSettings;
import org.plumbline.identity.ways.WaysIn;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** How one signs in: what is set up, adding a passkey, and removing any of it. */
@Controller
class WaysController {
    private static final Set<String> DONE = Set.of("passkey", "password", "changed", "removed", "linked", "proved");

    private final WaysIn ways;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Identities identities;
    private final ProviderSettings provider;
    private final Members members;
    private final Challenges challenges;
    private final Refilled refilled;

    WaysController(
            WaysIn ways,
            Passkeys passkeys,
            Passwords passwords,
            Identities identities,
            ProviderSettings provider,
            Members members,
            Challenges challenges,
            Refilled refilled) {
        this.ways = ways;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.identities = identities;
        this.provider = provider;
        this.members = members;
        this.challenges = challenges;
        this.refilled = refilled;
    }

    @GetMapping("/account/sign-in")
    ModelAndView list(@RequestParam(defaultValue = "") String done) {
        return page(Form.empty(), DONE.contains(done) ? "ways.done." + done : "");
    }

    @PostMapping("/account/sign-in/passkeys/options")
    @ResponseBody
    Map<String, Object> ask(HttpServletRequest request) {
        return passkeys.askToMake(challenges.make(request, Challenges.Purpose.ADD));
    }

    @PostMapping("/account/sign-in/passkeys")
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        return change(
                "passkey",
                request,
                response,
                () -> passkeys.add(name, credential, challenges.take(request, Challenges.Purpose.ADD)));
    }

    @PostMapping("/account/sign-in/passkeys/{passkeyId}/end")
    ModelAndView endPasskey(@PathVariable UUID passkeyId, HttpServletRequest request, HttpServletResponse response) {
        return change("removed", request, response, () -> passkeys.end(passkeyId));
    }

    @PostMapping("/account/sign-in/password/end")
    ModelAndView endPassword(HttpServletRequest request, HttpServletResponse response) {
        return change("removed", request, response, passwords::end);
    }

    @PostMapping("/account/sign-in/identities/{identityId}/end")
    ModelAndView endIdentity(@PathVariable UUID identityId, HttpServletRequest request, HttpServletResponse response) {
        return change("removed", request, response, () -> identities.end(identityId));
    }

    private ModelAndView change(String done, HttpServletRequest request, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/account/sign-in?done=" + done);
        } catch (Refused refused) {
            return Proving.first(refused)
                    .orElseGet(() -> refilled.of(refused, request, response, form -> page(form, "")));
        }
    }

    private ModelAndView page(Form form, String done) {
        var offered = provider.inUse().filter(p -> members.isOwnOrganisation(p.organisation()));
        return new ModelAndView("welcome/ways", Map.of("page", new WaysPage(ways.list(), offered, form, done)));
    }
}
