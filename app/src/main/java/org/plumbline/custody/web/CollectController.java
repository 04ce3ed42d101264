package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Taking in a thing, also one that is derived from another: its number, how it came, and photographs of it. */
@Controller
@RequestMapping("/cases/{caseId}/exhibits/collect")
class CollectController {
    private final Custodies custodies;
    private final Exhibits exhibits;
    private final CaseHeaders headers;
    private final Resubmission resubmission;
    private final FrameFactory frames;

    CollectController(
            Custodies custodies,
            Exhibits exhibits,
            CaseHeaders headers,
            Resubmission resubmission,
            FrameFactory frames) {
        this.custodies = custodies;
        this.exhibits = exhibits;
        this.headers = headers;
        this.resubmission = resubmission;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView ask(@PathVariable UUID caseId, @RequestParam Optional<UUID> of, HttpServletRequest request) {
        return form(new CaseId(caseId), of, Form.empty(), request, List.of());
    }

    @PostMapping
    ModelAndView collect(@PathVariable UUID caseId, @RequestParam Optional<UUID> parent, HttpServletRequest request)
            throws IOException {
        var id = new CaseId(caseId);
        List<String> photographs = new ArrayList<>(taken(request));
        try {
            photographs.addAll(receive(id, pictures(request)));
            Map<String, String> fields = fields(request);
            fields.put("photographs", String.join(",", photographs));
            return ActController.toSign(custodies.collect(id, fields.get("name"), parent, fields::get), id);
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> form(id, parent, form, request, photographs));
        }
    }

    /** Each photograph is an exhibit of its own; those of a form that was refused stay, and are named again. */
    private List<String> receive(CaseId id, List<MultipartFile> pictures) throws IOException {
        var received = new ArrayList<String>();
        for (MultipartFile picture : pictures) {
            if (!picture.isEmpty()) {
                try (InputStream bytes = picture.getInputStream()) {
                    received.add(exhibits.receive(id, Received.of(picture.getOriginalFilename(), Origin.UPLOAD), bytes)
                            .id()
                            .toString());
                }
            }
        }
        return received;
    }

    private static List<MultipartFile> pictures(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class))
                .map(parts -> parts.getFiles("pictures"))
                .orElse(List.of());
    }

    private static List<String> taken(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("photographs")).stream()
                .flatMap(ids -> Arrays.stream(ids.split(",")))
                .filter(id -> !id.isBlank())
                .toList();
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue()[0], (a, b) -> a, HashMap::new));
    }

    private ModelAndView form(
            CaseId id, Optional<UUID> of, Form form, HttpServletRequest request, List<String> photographs) {
        CaseHeader header = headers.of(id, "exhibits");
        Optional<Exhibit> parent = of.map(exhibit -> exhibits.read(id, exhibit));
        List<ActFieldGroup> groups = new ActFieldLists(frames.texts(request), custodies.choices(id), List.of())
                .thingWithName(parent.isPresent());
        var values = new HashMap<>(form.values());
        values.put("photographs", List.of(String.join(",", photographs)));
        return new ModelAndView(
                "custody/collect",
                Map.of(
                        "page",
                        new CollectPage(header, parent, new Form(values, form.errors()), groups, photographs.size())));
    }
}
