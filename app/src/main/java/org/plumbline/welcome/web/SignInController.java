package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.plumbline.identity.Member;
import org.plumbline.identity.SignIn;
import org.plumbline.identity.ways.PasskeyEntry;
import org.plumbline.identity.ways.PasswordEntry;
import org.plumbline.identity.ways.ProviderSettings;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by passkey or by password with a code, and out. */
@Controller
class SignInController {
    private final PasskeyEntry passkeys;
    private final PasswordEntry passwords;
    private final ProviderSettings provider;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Challenges challenges;
    private final Refilled refilled;

    SignInController(
            PasskeyEntry passkeys,
            PasswordEntry passwords,
            ProviderSettings provider,
            SignIn signIn,
            Sessions sessions,
            Challenges challenges,
            Refilled refilled) {
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.provider = provider;
        this.signIn = signIn;
        this.sessions = sessions;
        this.challenges = challenges;
        this.refilled = refilled;
    }

    @GetMapping("/sign-in")
    ModelAndView how() {
        return page(Form.empty());
    }

    @PostMapping("/sign-in/passkey/options")
    @ResponseBody
    Map<String, Object> ask(HttpServletRequest request) {
        return passkeys.ask(challenges.make(request, Challenges.Purpose.SIGN_IN));
    }

    @PostMapping("/sign-in/passkey")
    ModelAndView byPasskey(
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(
                request,
                response,
                () -> passkeys.enter(
                        credential, challenges.take(request, Challenges.Purpose.SIGN_IN), request.getRemoteAddr()));
    }

    @PostMapping("/sign-in/password")
    ModelAndView byPassword(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(request, response, () -> passwords.enter(login, password, code, request.getRemoteAddr()));
    }

    @PostMapping("/sign-out")
    String leave(HttpServletRequest request) {
        if (Acting.current().isPresent()) {
            signIn.signOut();
        }
        sessions.end(request);
        return "redirect:/sign-in";
    }

    private ModelAndView enter(HttpServletRequest request, HttpServletResponse response, Supplier<Member> proof) {
        try {
            sessions.begin(request, response, proof.get().id());
            return new ModelAndView("redirect:/");
        } catch (Refused refused) {
            return refilled.of(refused, request, response, this::page);
        }
    }

    private ModelAndView page(Form form) {
        return new ModelAndView(
                "welcome/sign-in",
                Map.of("page", new SignInPage(form, provider.inUse().map(ProviderSettings.Provider::label))));
    }
}
