package org.plumbline.custody.whereabouts.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.Places;
import org.plumbline.custody.whereabouts.Held;
import org.plumbline.custody.whereabouts.Whereabouts;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of what is out, overdue, between two people, or in a place. */
@Controller
class WhereaboutsController {
    private static final int PAGE = 100;

    private final Whereabouts whereabouts;
    private final Places places;
    private final CaseNumbers cases;
    private final Members members;
    private final Clock clock;

    WhereaboutsController(Whereabouts whereabouts, Places places, CaseNumbers cases, Members members, Clock clock) {
        this.whereabouts = whereabouts;
        this.places = places;
        this.cases = cases;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/custody")
    ModelAndView list(
            @RequestParam(defaultValue = "out") String show, @RequestParam(required = false) Optional<UUID> before) {
        return switch (show) {
            case "overdue" ->
                page(show, Optional.empty(), whereabouts.out(true, before, PAGE + 1), "/custody?show=overdue&");
            case "between" ->
                page(show, Optional.empty(), whereabouts.between(before, PAGE + 1), "/custody?show=between&");
            default -> page("out", Optional.empty(), whereabouts.out(false, before, PAGE + 1), "/custody?");
        };
    }

    @GetMapping("/storage-places/{placeId}/exhibits")
    ModelAndView kept(@PathVariable UUID placeId, @RequestParam(required = false) Optional<UUID> before) {
        List<Held> found = whereabouts.in(placeId, before, PAGE + 1);
        return page("kept", places.find(placeId), found, "/storage-places/" + placeId + "/exhibits?");
    }

    private ModelAndView page(String show, Optional<Place> place, List<Held> found, String here) {
        List<Held> shown = found.subList(0, Math.min(PAGE, found.size()));
        var numbers = new HashMap<CaseId, String>();
        var people = new ArrayList<MemberId>();
        for (Held held : shown) {
            numbers.computeIfAbsent(held.caseId(), cases::number);
            people.add(held.custodian());
            held.with().ifPresent(people::add);
        }
        String next = found.size() > PAGE ? here + "before=" + shown.getLast().act() : "";
        return new ModelAndView(
                "whereabouts/list",
                Map.of(
                        "page",
                        new WhereaboutsPage(
                                show,
                                place,
                                shown,
                                places.tree(),
                                numbers,
                                members.names(people),
                                clock.instant(),
                                next)));
    }
}
