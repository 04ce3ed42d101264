package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.access.BreakGlass;
import org.plumbline.access.Opening;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Opening a case in an emergency, the notices of it, and the review afterwards. */
@Controller
@RequestMapping("/break-glass")
class BreakGlassController {
    private final BreakGlass glass;
    private final Members members;
    private final Resubmission resubmission;
    private final Clock clock;

    BreakGlassController(BreakGlass glass, Members members, Resubmission resubmission, Clock clock) {
        this.glass = glass;
        this.members = members;
        this.resubmission = resubmission;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam Optional<UUID> before) {
        return list(before, Form.of(Map.of("hours", "1")));
    }

    @PostMapping
    ModelAndView open(
            @RequestParam(name = "case_number", defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") String hours,
            HttpServletRequest request) {
        try {
            Opening opened = glass.open(number, reason, whole(hours));
            return new ModelAndView("redirect:/cases/" + opened.caseId());
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> list(Optional.empty(), form));
        }
    }

    @GetMapping("/{openingId}")
    ModelAndView one(@PathVariable UUID openingId) {
        return one(openingId, Form.empty());
    }

    @PostMapping("/{openingId}/seen")
    ModelAndView see(@PathVariable UUID openingId) {
        glass.see(openingId);
        return back(openingId);
    }

    @PostMapping("/{openingId}/close")
    ModelAndView close(@PathVariable UUID openingId) {
        glass.close(openingId);
        return back(openingId);
    }

    @PostMapping("/{openingId}/review")
    ModelAndView review(
            @PathVariable UUID openingId,
            @RequestParam(defaultValue = "") String justified,
            @RequestParam(defaultValue = "") String finding,
            HttpServletRequest request) {
        try {
            glass.review(openingId, GlassInput.justified(justified), finding);
            return back(openingId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> one(openingId, form));
        }
    }

    private ModelAndView list(Optional<UUID> before, Form form) {
        Acting acting = Acting.require();
        List<Opening> read =
                acting.is(Role.OVERSEER) ? glass.all(before, Pages.SIZE + 1) : glass.list(before, Pages.SIZE + 1);
        var page = Pages.of(read, Pages.SIZE, Opening::id);
        return new ModelAndView(
                "cases/break-glass",
                Map.of(
                        "page",
                        new BreakGlassPage(
                                page.items(),
                                names(page.items()),
                                acting.member(),
                                now(),
                                acting.is(Role.INVESTIGATOR) || acting.is(Role.SUPERVISOR),
                                page.href("/break-glass"),
                                form)));
    }

    private ModelAndView one(UUID id, Form form) {
        Opening opening = glass.read(id);
        var page = new BreakGlassPage(
                List.of(opening), names(List.of(opening)), Acting.require().member(), now(), false, "", form);
        return new ModelAndView("cases/opening", Map.of("page", page));
    }

    private Map<MemberId, String> names(List<Opening> openings) {
        return members.names(openings.stream()
                .flatMap(o -> Stream.concat(
                        Stream.concat(Stream.of(o.member()), o.told().stream()),
                        o.review().map(Opening.Review::by).stream()))
                .toList());
    }

    private Instant now() {
        return clock.instant();
    }

    /** Words that are no number are refused as hours out of range. */
    static int whole(String hours) {
        return hours.strip().matches("[0-9]{1,3}") ? Integer.parseInt(hours.strip()) : 0;
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/break-glass/" + id);
    }
}
