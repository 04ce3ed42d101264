package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.custody.Content;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitComparisons;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.custody.acts.CustodyLists;
import org.plumbline.custody.acts.ExhibitCustody;
import org.plumbline.custody.acts.ExhibitFilter;
import org.plumbline.custody.acts.ExhibitLine;
import org.plumbline.custody.fixity.Fixity;
import org.plumbline.custody.fixity.FixityCheck;
import org.plumbline.custody.imports.EarlierCustody;
import org.plumbline.custody.imports.PackageImports;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of exhibits. */
@Controller
@RequestMapping("/cases/{caseId}/exhibits")
class ExhibitController {
    private static final int PAGE = 100;

    private final Exhibits exhibits;
    private final Custodies custodies;
    private final CustodyLists lists;
    private final Fixity fixity;
    private final ExhibitComparisons comparisons;
    private final PackageImports imports;
    private final CaseHeaders headers;
    private final Members members;
    private final Clock clock;

    ExhibitController(
            Exhibits exhibits,
            Custodies custodies,
            CustodyLists lists,
            Fixity fixity,
            ExhibitComparisons comparisons,
            PackageImports imports,
            CaseHeaders headers,
            Members members,
            Clock clock) {
        this.exhibits = exhibits;
        this.custodies = custodies;
        this.lists = lists;
        this.fixity = fixity;
        this.comparisons = comparisons;
        this.imports = imports;
        this.headers = headers;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String custodian) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "exhibits");
        List<ExhibitLine> found = lists.list(id, ExhibitFilter.of(standing, custodian), after, PAGE + 1);
        List<ExhibitLine> shown = found.subList(0, Math.min(PAGE, found.size()));
        var here = UriComponentsBuilder.fromPath(header.href() + "/exhibits");
        var narrowed = new HashMap<String, String>();
        Map.of("standing", standing, "custodian", custodian).forEach((name, value) -> {
            if (!value.isBlank()) {
                narrowed.put(name, value);
                here.queryParam(name, value);
            }
        });
        var page = new ExhibitsPage(
                header,
                shown,
                Form.of(narrowed),
                exhibits.count(id),
                members.names(shown.stream()
                        .flatMap(l -> Stream.concat(Stream.of(l.custodian()), l.transferTo().stream()))
                        .toList()),
                fixity.newest(id, digests(shown)),
                custodies.choices(id).people().stream()
                        .map(p -> new Option(p.id().toString(), p.name()))
                        .toList(),
                after > 0 ? here.toUriString() : "",
                found.size() > PAGE
                        ? here.queryParam("after", shown.getLast().exhibit().number())
                                .toUriString()
                        : "",
                clock.instant());
        return new ModelAndView("custody/exhibits", Map.of("page", page));
    }

    @GetMapping("/{exhibitId}")
    ModelAndView one(@PathVariable UUID caseId, @PathVariable UUID exhibitId) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "exhibits");
        ExhibitCustody custody = custodies.read(id, exhibitId);
        var by = custody.exhibit().stamp().recordedBy();
        String name = custody.names().getOrDefault(by, "");
        Optional<EarlierCustody> before =
                custody.exhibit().origin() == Origin.PACKAGE ? imports.before(id, custody.exhibit()) : Optional.empty();
        return new ModelAndView(
                "custody/exhibit",
                Map.of(
                        "page",
                        new ExhibitPage(
                                header,
                                custody.exhibit(),
                                name,
                                custody,
                                newest(id, custody.exhibit()),
                                comparisons.of(id, List.of(exhibitId)).getOrDefault(exhibitId, List.of()),
                                exhibits.stated(id, exhibitId),
                                before,
                                before.map(b -> b.from().stamp().recordedBy())
                                        .map(member ->
                                                members.names(List.of(member)).getOrDefault(member, ""))
                                        .orElse(""),
                                clock.instant())));
    }

    private static List<Digest> digests(List<ExhibitLine> lines) {
        return lines.stream()
                .flatMap(l -> l.exhibit().content().map(Content::digest).stream())
                .toList();
    }

    private Optional<FixityCheck> newest(CaseId id, Exhibit exhibit) {
        return exhibit.content()
                .map(Content::digest)
                .flatMap(digest ->
                        Optional.ofNullable(fixity.newest(id, List.of(digest)).get(digest)));
    }

    @GetMapping("/{exhibitId}/original")
    ResponseEntity<Resource> original(
            @PathVariable UUID caseId, @PathVariable UUID exhibitId, HttpServletResponse response) {
        return Originals.save(exhibits.open(new CaseId(caseId), exhibitId), response);
    }
}
