package org.plumbline.welcome.web;

import java.util.Optional;
import org.plumbline.kernel.Refused;
import org.springframework.web.servlet.ModelAndView;

/** Leads to the page where one proves who one is, when that is what a refusal asks for. */
final class Proving {
    private Proving() {}

    static Optional<ModelAndView> first(Refused refused) {
        return refused.refusal().code().equals("proof-needed")
                ? Optional.of(new ModelAndView("redirect:/account/sign-in/proof"))
                : Optional.empty();
    }
}
