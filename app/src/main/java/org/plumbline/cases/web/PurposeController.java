package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.Cases;
import org.plumbline.identity.web.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The current purpose: what it is, and the cases whose authority could give another. */
@Controller
class PurposeController {
    private static final int SHOWN = 50;

    private final Cases cases;
    private final Sessions sessions;

    PurposeController(Cases cases, Sessions sessions) {
        this.cases = cases;
        this.sessions = sessions;
    }

    @GetMapping("/purpose")
    ModelAndView page() {
        var choices = cases.list("", Optional.empty(), SHOWN).stream()
                .map(PurposePage.Choice::of)
                .toList();
        return new ModelAndView("cases/purpose", Map.of("page", new PurposePage(choices)));
    }

    @PostMapping("/purpose/none")
    String drop(HttpServletRequest request) {
        sessions.keep(request, Optional.empty());
        return "redirect:/purpose";
    }
}
