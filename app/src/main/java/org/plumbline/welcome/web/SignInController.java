package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.plumbline.identity.Member;
import org.plumbline.identity.SignIn;
import org.plumbline.identity.SignInLink;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by link, and out. A link that works once asks before it is used up, so that a preview can't spend it. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final Sessions sessions;

    SignInController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String how() {
        return "welcome/sign-in";
    }

    @GetMapping("/sign-in/{secret}")
    ModelAndView follow(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        SignInLink link = working(secret);
        if (!link.once()) {
            return enter(link, request, response);
        }
        Member holder = signIn.holder(link).orElseThrow(Refusal.absent()::asException);
        return new ModelAndView(
                "welcome/confirm", Map.of("page", new ConfirmPage(holder.name(), "/sign-in/" + secret)));
    }

    @PostMapping("/sign-in/{secret}")
    ModelAndView confirm(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return enter(working(secret), request, response);
    }

    @PostMapping("/sign-out")
    String leave(HttpServletRequest request) {
        if (Acting.current().isPresent()) {
            signIn.signOut();
        }
        sessions.end(request);
        return "redirect:/sign-in";
    }

    private ModelAndView enter(SignInLink link, HttpServletRequest request, HttpServletResponse response) {
        Member member = signIn.redeem(link).orElseThrow(SignInController::spent);
        sessions.begin(request, response, member.id());
        return new ModelAndView("redirect:/");
    }

    private SignInLink working(String secret) {
        Optional<SignInLink> link = signIn.link(secret);
        return link.orElseThrow(SignInController::spent);
    }

    private static org.plumbline.kernel.Refused spent() {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "link-spent", Map.of()).asException();
    }
}
