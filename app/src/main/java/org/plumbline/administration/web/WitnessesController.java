package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.plumbline.administration.InstallationWitnesses;
import org.plumbline.audit.log.Outsiders;
import org.plumbline.audit.log.TrailOutside;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who outside vouches for the trail, and asking them now. */
@Controller
class WitnessesController {
    private final InstallationWitnesses witnesses;
    private final FrameFactory frames;

    WitnessesController(InstallationWitnesses witnesses, FrameFactory frames) {
        this.witnesses = witnesses;
        this.frames = frames;
    }

    @GetMapping("/admin/witnesses")
    ModelAndView list() {
        return page(witnesses.list(), "");
    }

    @PostMapping("/admin/witnesses/ask")
    ModelAndView ask(HttpServletRequest request) {
        TrailOutside outside = witnesses.ask();
        return page(outside, WitnessesPage.asked(outside, frames.texts(request)));
    }

    @PostMapping("/admin/timestamps/ask")
    ModelAndView askForTime(HttpServletRequest request) {
        Outsiders.Answer answer = witnesses.askForTime();
        return page(witnesses.list(), WitnessesPage.asked(answer, frames.texts(request)));
    }

    private static ModelAndView page(TrailOutside outside, String said) {
        return new ModelAndView("administration/witnesses", Map.of("page", new WitnessesPage(outside, said)));
    }
}
