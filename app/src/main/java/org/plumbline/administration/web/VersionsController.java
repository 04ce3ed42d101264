package org.plumbline.administration.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.plumbline.administration.InstallationVersions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What runs in this installation, and the libraries with their licences. */
@Controller
class VersionsController {
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final InstallationVersions versions;

    VersionsController(InstallationVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/admin/versions")
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView(
                "administration/versions", Map.of("page", new VersionsPage(versions.list(), versions.libraries(q), q)));
    }

    @GetMapping("/admin/versions/text")
    ResponseEntity<String> text(
            @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "") String name) {
        return plain(versions.text(part, name));
    }

    static ResponseEntity<String> plain(String text) {
        return ResponseEntity.ok().contentType(PLAIN).body(text);
    }
}
