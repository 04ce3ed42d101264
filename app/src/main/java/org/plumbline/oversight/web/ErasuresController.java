package org.plumbline.oversight.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.audit.Erasure;
import org.plumbline.audit.Erasures;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Erasures of bodies: for the overseer to follow, for an administrator to decide. */
@Controller
class ErasuresController {
    private static final int SIZE = 50;
    private static final String PATH = "/oversight/erasures";

    private final Erasures erasures;
    private final Members members;

    ErasuresController(Erasures erasures, Members members) {
        this.erasures = erasures;
        this.members = members;
    }

    @GetMapping(PATH)
    ModelAndView list(@RequestParam Optional<UUID> before) {
        List<Erasure> read = erasures.list(before, SIZE + 1);
        List<Erasure> shown = read.subList(0, Math.min(SIZE, read.size()));
        Map<MemberId, String> names = members.names(shown.stream()
                .flatMap(e -> Stream.concat(Stream.of(e.by()), e.decision().map(Erasure.Decision::by).stream()))
                .toList());
        var page = new ErasuresPage(
                shown.stream().map(e -> line(e, names)).toList(),
                Acting.require().is(Role.ADMINISTRATOR),
                before.isPresent() ? PATH : "",
                read.size() > SIZE ? PATH + "?before=" + shown.getLast().id() : "");
        return new ModelAndView("oversight/erasures", Map.of("page", page));
    }

    @PostMapping(PATH + "/{erasureId}/confirm")
    String confirm(@PathVariable UUID erasureId) {
        erasures.confirm(erasureId);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{erasureId}/decline")
    String decline(@PathVariable UUID erasureId) {
        erasures.decline(erasureId);
        return "redirect:" + PATH;
    }

    private static ErasuresPage.Line line(Erasure erasure, Map<MemberId, String> names) {
        return new ErasuresPage.Line(
                erasure,
                names.getOrDefault(erasure.by(), ""),
                erasure.decision().map(d -> names.getOrDefault(d.by(), "")).orElse(""));
    }
}
