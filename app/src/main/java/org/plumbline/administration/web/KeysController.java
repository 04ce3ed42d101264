package org.plumbline.administration.web;

import java.time.Clock;
import java.util.Map;
import org.plumbline.administration.InstallationKeys;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The installation's keys, to be read: they are changed where the data folder is. */
@Controller
class KeysController {
    private final InstallationKeys keys;
    private final Clock clock;

    KeysController(InstallationKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/admin/keys")
    ModelAndView list() {
        return new ModelAndView("administration/keys", Map.of("page", new KeysPage(keys.list(), clock.instant())));
    }
}
