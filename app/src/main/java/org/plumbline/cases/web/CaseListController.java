package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.identity.Members;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding a case and opening one. */
@Controller
class CaseListController {
    private final Cases cases;
    private final Members members;
    private final Sessions sessions;
    private final Resubmission resubmission;
    private final Clock clock;

    CaseListController(Cases cases, Members members, Sessions sessions, Resubmission resubmission, Clock clock) {
        this.cases = cases;
        this.members = members;
        this.sessions = sessions;
        this.resubmission = resubmission;
        this.clock = clock;
    }

    @GetMapping("/cases")
    ModelAndView list(@RequestParam(defaultValue = "") String words, @RequestParam Optional<UUID> before) {
        var found = Pages.of(
                cases.list(words, before, Pages.SIZE + 1),
                Pages.SIZE,
                file -> file.id().value());
        Acting acting = Acting.require();
        String path = words.isBlank() ? "/cases" : "/cases?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        var page = new CaseListPage(
                found.items(),
                words,
                before.isPresent() ? path : "",
                found.href(path),
                acting.is(Role.INVESTIGATOR) || acting.is(Role.SUPERVISOR),
                HomePage.worksOnCases(acting),
                today());
        return new ModelAndView("cases/list", Map.of("page", page));
    }

    @GetMapping("/cases/new")
    ModelAndView blank() {
        return form(Form.of(
                Map.of("type", "inquiry", "caveat", "none", "valid_from", today().toString(), "supervisor", "")));
    }

    @PostMapping("/cases")
    ModelAndView open(HttpServletRequest request) {
        try {
            CaseFile file = cases.open(new CaseInput(request::getParameter).opening());
            var purpose = new Acting.Purpose(file.id(), file.authority().purpose());
            sessions.keep(request, Optional.of(purpose));
            return new ModelAndView("redirect:/cases/" + file.id());
        } catch (Refused refused) {
            return resubmission.of(refused, request, this::form);
        }
    }

    private ModelAndView form(Form form) {
        Acting acting = Acting.require();
        List<Option> supervisors = members.colleagues().stream()
                .filter(m -> m.roles().contains(Role.SUPERVISOR) && !m.id().equals(acting.member()))
                .map(m -> new Option(m.id().toString(), m.name()))
                .toList();
        return new ModelAndView("cases/new", Map.of("page", new NewCasePage(form, supervisors)));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(members.ownOrganisation().zone()));
    }
}
