package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.Journal;
import org.plumbline.cases.JournalEntry;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The journal of a case: reading, writing, signing off, correcting. */
@Controller
@RequestMapping("/cases/{caseId}/journal")
class JournalController {
    private static final String TAB = "journal";

    private final CaseHeaders headers;
    private final Journal journal;
    private final Members members;
    private final Resubmission resubmission;

    JournalController(CaseHeaders headers, Journal journal, Members members, Resubmission resubmission) {
        this.headers = headers;
        this.journal = journal;
        this.members = members;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView list(@PathVariable UUID caseId, @RequestParam Optional<UUID> before) {
        var id = new CaseId(caseId);
        CaseHeader header = headers.of(id, TAB);
        var shown = Pages.of(journal.list(id, before, Pages.SIZE + 1), Pages.SIZE, JournalEntry::id);
        String path = header.href() + "/journal";
        return page("cases/journal", header, shown.items(), before.isPresent() ? path : "", shown.href(path));
    }

    @GetMapping("/{entryId}")
    ModelAndView read(@PathVariable UUID caseId, @PathVariable UUID entryId) {
        var id = new CaseId(caseId);
        return page("cases/journal-entry", headers.of(id, TAB), List.of(journal.read(id, entryId)), "", "");
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable UUID caseId, @RequestParam Optional<UUID> corrects) {
        return form(new CaseId(caseId), Form.empty(), Optional.empty(), corrects);
    }

    @PostMapping
    ModelAndView write(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String heading,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam Optional<UUID> corrects,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            return to(id, journal.write(id, heading, body, happened, corrects));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> form(id, form, Optional.empty(), corrects));
        }
    }

    @GetMapping("/{entryId}/edit")
    ModelAndView edit(@PathVariable UUID caseId, @PathVariable UUID entryId) {
        var id = new CaseId(caseId);
        JournalEntry draft = journal.read(id, entryId);
        var form = Form.of(Map.of(
                "heading",
                draft.heading(),
                "body",
                draft.body(),
                "happened",
                draft.happened().text()));
        return form(id, form, Optional.of(draft), draft.corrects());
    }

    @PostMapping("/{entryId}")
    ModelAndView rewrite(
            @PathVariable UUID caseId,
            @PathVariable UUID entryId,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String heading,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String happened,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            return to(id, journal.rewrite(id, entryId, version, heading, body, happened));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> {
                JournalEntry now = journal.read(id, entryId);
                return form(id, form, Optional.of(now), now.corrects());
            });
        }
    }

    @PostMapping("/{entryId}/sign-off")
    ModelAndView signOff(@PathVariable UUID caseId, @PathVariable UUID entryId, @RequestParam int version) {
        var id = new CaseId(caseId);
        return to(id, journal.signOff(id, entryId, version));
    }

    private ModelAndView form(CaseId id, Form form, Optional<JournalEntry> draft, Optional<UUID> corrects) {
        var page = new JournalFormPage(
                headers.of(id, TAB), form, draft, corrects.map(original -> journal.read(id, original)));
        return new ModelAndView("cases/journal-form", Map.of("page", page));
    }

    private ModelAndView page(String view, CaseHeader header, List<JournalEntry> entries, String first, String next) {
        var names =
                members.names(entries.stream().map(e -> e.stamp().recordedBy()).toList());
        return new ModelAndView(view, Map.of("page", new JournalPage(header, entries, names, first, next)));
    }

    private static ModelAndView to(CaseId id, JournalEntry entry) {
        return new ModelAndView("redirect:/cases/" + id + "/journal/" + entry.id());
    }
}
