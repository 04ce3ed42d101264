package org.plumbline.search.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.identity.Members;
import org.plumbline.search.saved.Alerts;
import org.plumbline.search.saved.PersonAlert;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Alerts about persons in an organisation, for its overseer: without the case, the search or the person. */
@Controller
class PersonAlertsController {
    private static final int PAGE = 50;

    private final Alerts alerts;
    private final Members members;

    PersonAlertsController(Alerts alerts, Members members) {
        this.alerts = alerts;
        this.members = members;
    }

    @GetMapping("/oversight/person-alerts")
    ModelAndView list(@RequestParam Optional<UUID> before) {
        List<PersonAlert> found = alerts.aboutPersons(before, PAGE + 1);
        List<PersonAlert> shown = found.subList(0, Math.min(PAGE, found.size()));
        var names = members.names(shown.stream()
                .flatMap(a -> Stream.concat(Stream.of(a.askedBy()), a.decidedBy().stream()))
                .toList());
        String next = found.size() > PAGE
                ? "/oversight/person-alerts?before=" + shown.getLast().id()
                : "";
        return new ModelAndView("search/person-alerts", Map.of("page", new PersonAlertsPage(shown, names, next)));
    }

    @GetMapping("/api/v1/person-alerts")
    @ResponseBody
    Map<String, List<PersonAlert>> data(@RequestParam Optional<UUID> before) {
        return Map.of("items", alerts.aboutPersons(before, PAGE));
    }
}
