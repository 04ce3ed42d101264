package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component in all states, for tests and for whoever draws a page; off unless asked for. */
@Controller
@ConditionalOnProperty("plumbline.gallery")
final class GalleryController {
    private final FrameFactory frames;

    GalleryController(FrameFactory frames) {
        this.frames = frames;
    }

    @GetMapping("/_gallery")
    String gallery(HttpServletRequest request, Model model) {
        model.addAttribute("gallery", Gallery.of(frames.texts(request)));
        return "site/gallery";
    }
}
