package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.fixity.Fixity;
import org.plumbline.custody.fixity.FixityCheck;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages of exhibits. */
@Controller
@RequestMapping("/cases/{caseId}/exhibits")
class ExhibitController {
    private static final int PAGE = 100;

    private final Exhibits exhibits;
    private final Fixity fixity;
    private final CaseHeaders headers;
    private final Members members;

    ExhibitController(Exhibits exhibits, Fixity fixity, CaseHeaders headers, Members members) {
        this.exhibits = exhibits;
        this.fixity = fixity;
        this.headers = headers;
        this.members = members;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId, @RequestParam(defaultValue = "0") int after) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "exhibits");
        List<Exhibit> found = exhibits.list(id, after, PAGE + 1);
        List<Exhibit> shown = found.subList(0, Math.min(PAGE, found.size()));
        String here = header.href() + "/exhibits";
        var page = new ExhibitsPage(
                header,
                shown,
                exhibits.count(id),
                members.names(shown.stream().map(e -> e.stamp().recordedBy()).toList()),
                fixity.newest(id, shown.stream().map(e -> e.content().digest()).toList()),
                after > 0 ? here : "",
                found.size() > PAGE ? here + "?after=" + shown.getLast().number() : "");
        return new ModelAndView("custody/exhibits", Map.of("page", page));
    }

    @GetMapping("/{exhibitId}")
    ModelAndView one(@PathVariable UUID caseId, @PathVariable UUID exhibitId) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "exhibits");
        Exhibit exhibit = exhibits.read(id, exhibitId);
        var by = exhibit.stamp().recordedBy();
        String name = members.names(List.of(by)).getOrDefault(by, "");
        return new ModelAndView(
                "custody/exhibit", Map.of("page", new ExhibitPage(header, exhibit, name, newest(id, exhibit))));
    }

    private Optional<FixityCheck> newest(CaseId id, Exhibit exhibit) {
        Digest digest = exhibit.content().digest();
        return Optional.ofNullable(fixity.newest(id, List.of(digest)).get(digest));
    }

    @GetMapping("/{exhibitId}/original")
    ResponseEntity<Resource> original(
            @PathVariable UUID caseId, @PathVariable UUID exhibitId, HttpServletResponse response) {
        return Originals.save(exhibits.open(new CaseId(caseId), exhibitId), response);
    }
}
