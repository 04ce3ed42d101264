package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.custody.acts.ExhibitCustody;
import org.plumbline.custody.acts.SignedWith;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Acts on an exhibit: the form that puts one together, and the page that signs it. */
@Controller
@RequestMapping("/cases/{caseId}/exhibits/{exhibitId}/acts")
class ActController {
    private final Custodies custodies;
    private final CaseHeaders headers;
    private final Resubmission resubmission;
    private final FrameFactory frames;

    ActController(Custodies custodies, CaseHeaders headers, Resubmission resubmission, FrameFactory frames) {
        this.custodies = custodies;
        this.headers = headers;
        this.resubmission = resubmission;
        this.frames = frames;
    }

    @GetMapping("/new")
    ModelAndView ask(
            @PathVariable UUID caseId,
            @PathVariable UUID exhibitId,
            @RequestParam(defaultValue = "inspect") String kind,
            HttpServletRequest request) {
        return form(new CaseId(caseId), exhibitId, kind, Form.empty(), request);
    }

    @PostMapping
    ModelAndView prepare(
            @PathVariable UUID caseId,
            @PathVariable UUID exhibitId,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        try {
            Custodies.Prepared prepared = custodies.prepare(id, exhibitId, kind, request::getParameter);
            return toSign(prepared, id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> form(id, exhibitId, kind, form, request));
        }
    }

    static ModelAndView toSign(Custodies.Prepared prepared, CaseId id) {
        return new ModelAndView("redirect:/cases/" + id + "/exhibits/"
                + prepared.draft().act().exhibit() + "/acts/" + prepared.draft().id());
    }

    @GetMapping("/{draftId}")
    ModelAndView draft(@PathVariable UUID caseId, @PathVariable UUID exhibitId, @PathVariable UUID draftId) {
        return signing(new CaseId(caseId), exhibitId, draftId, Form.empty());
    }

    @PostMapping("/{draftId}/options")
    @ResponseBody
    Map<String, Object> options(@PathVariable UUID caseId, @PathVariable UUID exhibitId, @PathVariable UUID draftId) {
        return custodies.ask(new CaseId(caseId), exhibitId, draftId);
    }

    @PostMapping("/{draftId}/sign")
    ModelAndView sign(
            @PathVariable UUID caseId,
            @PathVariable UUID exhibitId,
            @PathVariable UUID draftId,
            @RequestParam(defaultValue = "") String credential,
            HttpServletRequest request) {
        var id = new CaseId(caseId);
        SignedWith with = credential.isEmpty() ? new SignedWith.Attested() : new SignedWith.Passkey(credential);
        try {
            custodies.sign(id, exhibitId, draftId, with);
            return new ModelAndView("redirect:/cases/" + id + "/exhibits/" + exhibitId);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> signing(id, exhibitId, draftId, form));
        }
    }

    private ModelAndView signing(CaseId id, UUID exhibitId, UUID draftId, Form form) {
        CaseHeader header = headers.of(id, "exhibits");
        return new ModelAndView(
                "custody/sign", Map.of("page", new SignPage(header, custodies.draft(id, exhibitId, draftId), form)));
    }

    private ModelAndView form(CaseId id, UUID exhibitId, String code, Form form, HttpServletRequest request) {
        CaseHeader header = headers.of(id, "exhibits");
        ExhibitCustody custody = custodies.read(id, exhibitId);
        var input = new Input();
        Kind kind = input.choice("kind", code, Kind.class);
        input.check();
        Form shown = form;
        if (form.errors().isEmpty() && custody.obstacles().containsKey(kind)) {
            // The form says at once what is against the act, before anybody fills it in.
            shown = Form.refused(new HashMap<>(), custody.obstacles().get(kind), frames.texts(request));
        }
        List<Exhibit> takers = kind == Kind.MERGE_OUT ? custodies.takers(id, exhibitId) : List.of();
        var groups = new ActFieldLists(frames.texts(request), custodies.choices(id), takers).of(kind, custody);
        return new ModelAndView(
                "custody/act", Map.of("page", new ActPage(header, custody.exhibit(), kind, shown, groups)));
    }
}
