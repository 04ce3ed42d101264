package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.plumbline.identity.Member;
import org.plumbline.identity.SignIn;
import org.plumbline.identity.SignInLink;
import org.plumbline.identity.ways.Throttle;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signing in by link. A link that works once asks before it is used up, so that a preview can't spend it, and then
 * leads to where a way to come back is set up.
 */
@Controller
class LinkController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Throttle throttle;

    LinkController(SignIn signIn, Sessions sessions, Throttle throttle) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @GetMapping("/sign-in/{secret}")
    ModelAndView follow(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        SignInLink link = working(secret, request);
        if (!link.once()) {
            return enter(link, request, response);
        }
        Member holder = signIn.holder(link).orElseThrow(Refusal.absent()::asException);
        return new ModelAndView(
                "welcome/confirm", Map.of("page", new ConfirmPage(holder.name(), "/sign-in/" + secret)));
    }

    @PostMapping("/sign-in/{secret}")
    ModelAndView confirm(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        return enter(working(secret, request), request, response);
    }

    private ModelAndView enter(SignInLink link, HttpServletRequest request, HttpServletResponse response) {
        Member member = signIn.redeem(link).orElseThrow(LinkController::spent);
        sessions.begin(request, response, member.id());
        return new ModelAndView(link.once() ? "redirect:/account/sign-in" : "redirect:/");
    }

    private SignInLink working(String secret, HttpServletRequest request) {
        throttle.tryFrom(Throttle.Way.LINK, request.getRemoteAddr());
        SignInLink link = signIn.link(secret).orElseThrow(LinkController::spent);
        throttle.wasRight(Throttle.Way.LINK, request.getRemoteAddr());
        return link;
    }

    private static Refused spent() {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "link-spent", Map.of()).asException();
    }
}
