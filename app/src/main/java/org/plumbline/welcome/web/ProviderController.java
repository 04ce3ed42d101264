package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.Member;
import org.plumbline.identity.ways.Identities;
import org.plumbline.identity.ways.IdentityEntry;
import org.plumbline.identity.ways.ProviderSettings;
import org.plumbline.identity.ways.Throttle;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Signing in at the organisation's provider, and linking one's identity there. */
@Controller
class ProviderController {
    private static final String LINKING = "plumbline.provider.linking";

    private final ProviderSettings settings;
    private final ProviderExchange exchange;
    private final Identities identities;
    private final IdentityEntry entry;
    private final Sessions sessions;
    private final Throttle throttle;

    ProviderController(
            ProviderSettings settings,
            ProviderExchange exchange,
            Identities identities,
            IdentityEntry entry,
            Sessions sessions,
            Throttle throttle) {
        this.settings = settings;
        this.exchange = exchange;
        this.identities = identities;
        this.entry = entry;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @PostMapping("/sign-in/provider")
    ModelAndView signIn(HttpServletRequest request, HttpServletResponse response) {
        ProviderSettings.Provider provider = inUse();
        request.getSession(true).removeAttribute(LINKING);
        return leave(provider, request, response);
    }

    /** A form and not a link, so that no other site can make a person link an identity that isn't theirs. */
    @PostMapping("/account/sign-in/provider")
    ModelAndView link(HttpServletRequest request, HttpServletResponse response) {
        try {
            ProviderSettings.Provider provider = identities.ask();
            request.getSession(true).setAttribute(LINKING, Acting.require().session());
            return leave(provider, request, response);
        } catch (Refused refused) {
            return Proving.first(refused).orElseThrow(() -> refused);
        }
    }

    @GetMapping("/sign-in/provider/back")
    ModelAndView back(HttpServletRequest request, HttpServletResponse response) {
        throttle.tryFrom(Throttle.Way.PROVIDER, request.getRemoteAddr());
        boolean linking = linking(request);
        ProviderExchange.Said said = exchange.complete(inUse(), request);
        if (linking) {
            identities.link(said.issuer(), said.subject());
        } else {
            Member member = entry.enter(said.issuer(), said.subject());
            sessions.begin(request, response, member.id());
        }
        throttle.wasRight(Throttle.Way.PROVIDER, request.getRemoteAddr());
        return new ModelAndView(linking ? "redirect:/account/sign-in?done=linked" : "redirect:/");
    }

    /**
     * A page of our own goes between: the policy of our pages lets no form lead to another site, and browsers hold
     * redirects after a form to it too.
     */
    private ModelAndView leave(
            ProviderSettings.Provider provider, HttpServletRequest request, HttpServletResponse response) {
        String address = exchange.begin(provider, request);
        response.setHeader("Refresh", "0; url=" + address);
        return new ModelAndView("welcome/leaving", Map.of("page", new LeavingPage(provider.label(), address)));
    }

    /** Whether the person who began this in order to link an identity is still the one who is signed in. */
    private static boolean linking(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(LINKING) instanceof String began)) {
            return false;
        }
        session.removeAttribute(LINKING);
        if (Acting.current().filter(acting -> acting.session().equals(began)).isEmpty()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "provider-refused", Map.of())
                    .asException();
        }
        return true;
    }

    private ProviderSettings.Provider inUse() {
        return settings.inUse().orElseThrow(Refusal.absent()::asException);
    }
}
