package org.plumbline.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Erasures;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.audit.TrailFilter;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.cases.web.SealPart;
import org.plumbline.cases.web.TrailFiles;
import org.plumbline.cases.web.TrailLines;
import org.plumbline.identity.Members;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The organisation's trail for its overseer. */
@Controller
class OversightController {
    private static final int SIZE = 50;
    private static final int DAYS = 14;

    private final Trail trail;
    private final TrailLines lines;
    private final Erasures erasures;
    private final Resubmission resubmission;
    private final Members members;
    private final Clock clock;

    OversightController(
            Trail trail, TrailLines lines, Erasures erasures, Resubmission resubmission, Members members, Clock clock) {
        this.trail = trail;
        this.lines = lines;
        this.erasures = erasures;
        this.resubmission = resubmission;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/oversight")
    ModelAndView trail(
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String member) {
        var filter = new TrailFilter(before, given(kind), given(member).map(m -> new MemberId(UUID.fromString(m))));
        List<TrailEntry> read = trail.ofOrganisation(filter, SIZE + 1);
        List<TrailEntry> shown = read.subList(0, Math.min(SIZE, read.size()));
        String newest = address(kind, member, Optional.empty());
        var page = new OversightPage(
                lines.withoutContent(shown),
                trail.standing(),
                Form.of(Map.of("kind", kind, "member", member)),
                members.colleagues().stream()
                        .map(m -> new Option(m.id().toString(), m.name()))
                        .toList(),
                trail.figures(LocalDate.now(clock.withZone(zone())).minusDays(DAYS - 1), zone(), "cases.open"),
                before.isPresent() ? newest : "",
                read.size() > SIZE
                        ? address(kind, member, Optional.of(shown.getLast().id()))
                        : "");
        return new ModelAndView("oversight/trail", Map.of("page", page));
    }

    @GetMapping("/oversight/entries/{entryId}")
    ModelAndView entry(@PathVariable UUID entryId) {
        return entry(entryId, Form.empty());
    }

    /** Asks for its body to be erased. */
    @PostMapping("/oversight/entries/{entryId}/erasure")
    ModelAndView erase(
            @PathVariable UUID entryId,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        try {
            erasures.ask(entryId, ground, reason);
            return new ModelAndView("redirect:/oversight/erasures");
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> entry(entryId, form));
        }
    }

    /** The proof that the entry is in the log, for anyone to check offline. */
    @GetMapping("/oversight/entries/{entryId}/proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID entryId) {
        return TrailFiles.proof(entryId, trail.proof(entryId));
    }

    private ModelAndView entry(UUID entryId, Form form) {
        var line = lines.withoutContent(List.of(trail.entry(entryId))).getFirst();
        String proof = "/oversight/entries/" + entryId + "/proof";
        var sealed = new SealPart(trail.seal(entryId), trail.policy(), proof);
        return new ModelAndView("oversight/entry", Map.of("page", new EntryPage(line, sealed, form)));
    }

    private ZoneId zone() {
        return members.ownOrganisation().zone();
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(v -> !v.isBlank());
    }

    private static String address(String kind, String member, Optional<UUID> before) {
        return UriComponentsBuilder.fromPath("/oversight")
                .queryParamIfPresent("kind", given(kind))
                .queryParamIfPresent("member", given(member))
                .queryParamIfPresent("before", before)
                .toUriString();
    }
}
