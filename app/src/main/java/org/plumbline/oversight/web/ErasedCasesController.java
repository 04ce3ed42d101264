package org.plumbline.oversight.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.cases.erasure.CaseErasure;
import org.plumbline.cases.erasure.CaseErasures;
import org.plumbline.identity.Members;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The erased cases of an organisation, each with what became of every place. */
@Controller
@RequestMapping("/oversight/erased-cases")
class ErasedCasesController {
    private static final int PAGE = 25;

    private final CaseErasures erasures;
    private final Members members;

    ErasedCasesController(CaseErasures erasures, Members members) {
        this.erasures = erasures;
        this.members = members;
    }

    @GetMapping
    ModelAndView list(@RequestParam Optional<UUID> before) {
        List<CaseErasure> found = erasures.erased(before, PAGE + 1);
        List<CaseErasure> shown = found.subList(0, Math.min(PAGE, found.size()));
        var names = members.names(shown.stream()
                .flatMap(e -> Stream.concat(Stream.of(e.by()), e.decision().map(CaseErasure.Decision::by).stream()))
                .toList());
        String next = found.size() > PAGE
                ? "/oversight/erased-cases?before=" + shown.getLast().id()
                : "";
        return new ModelAndView("oversight/erased-cases", Map.of("page", new ErasedCasesPage(shown, names, next)));
    }
}
