package org.plumbline.administration.web;

import java.util.Map;
import org.plumbline.administration.AppliedSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The installation's settings, to be read: they are changed in their file, where a second person may look too. */
@Controller
class SettingsController {
    private final AppliedSettings settings;

    SettingsController(AppliedSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/admin/settings")
    ModelAndView list() {
        return new ModelAndView("administration/settings", Map.of("page", SettingsPage.of(settings.list())));
    }
}
