package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.cases.Cases;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The purpose a person works for now: given by the authority of a case, kept for the session. */
@Controller
class PurposeController {
    private final Cases cases;
    private final CaseNumbers numbers;
    private final Sessions sessions;

    PurposeController(Cases cases, CaseNumbers numbers, Sessions sessions) {
        this.cases = cases;
        this.numbers = numbers;
        this.sessions = sessions;
    }

    @GetMapping("/purpose")
    ModelAndView choose() {
        List<CaseFile> open = cases.list("", Optional.empty(), 200).stream()
                .filter(CaseFile::open)
                .toList();
        String current =
                Acting.require().purpose().map(p -> p.caseId().toString()).orElse("");
        return new ModelAndView("cases/purpose", Map.of("page", new PurposePage(open, current)));
    }

    /** Without a case no purpose is in force; with one the case asks for the purpose. */
    @PostMapping("/purpose")
    ModelAndView keep(@RequestParam("case") Optional<UUID> chosen, HttpServletRequest request) {
        if (chosen.isEmpty()) {
            sessions.keep(request, Optional.empty());
            return new ModelAndView("redirect:/");
        }
        var id = new CaseId(chosen.get());
        if (numbers.purpose(id).isEmpty()) {
            throw Refusal.absent().asException();
        }
        return new ModelAndView("redirect:/cases/" + id + "/purpose");
    }
}
