package org.plumbline.custody.tags.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.custody.tags.Tags;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.ContentPolicy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a tag is scanned or its code typed, and the short address that a tag carries. */
@Controller
@RequestMapping("/x")
class FollowTagController {
    private final Tags tags;
    private final Resubmission resubmission;

    FollowTagController(Tags tags, Resubmission resubmission) {
        this.tags = tags;
        this.resubmission = resubmission;
    }

    @GetMapping
    ModelAndView typed(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        ContentPolicy.withCamera(response);
        return code.isBlank() ? page(Form.empty(), false) : follow(code, Form.of(Map.of("code", code)), request);
    }

    @GetMapping("/{tag}")
    ModelAndView scanned(@PathVariable String tag, HttpServletRequest request, HttpServletResponse response) {
        ContentPolicy.withCamera(response);
        return follow(tag, Form.empty(), request);
    }

    private ModelAndView follow(String code, Form typed, HttpServletRequest request) {
        try {
            return new ModelAndView("redirect:" + tags.find(code).on().href());
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.ABSENT) {
                ModelAndView unknown = page(typed, true);
                unknown.setStatus(HttpStatus.NOT_FOUND);
                return unknown;
            }
            return resubmission.of(refused, request, form -> page(form, false));
        }
    }

    private static ModelAndView page(Form form, boolean unknown) {
        return new ModelAndView("tags/follow", Map.of("page", new FollowTagPage(form, unknown)));
    }
}
