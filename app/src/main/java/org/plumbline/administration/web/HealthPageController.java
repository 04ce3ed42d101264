package org.plumbline.administration.web;

import java.util.Map;
import org.plumbline.administration.InstallationHealth;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The installation's health, and the support bundle. */
@Controller
class HealthPageController {
    private final InstallationHealth health;

    HealthPageController(InstallationHealth health) {
        this.health = health;
    }

    @GetMapping("/admin/health")
    ModelAndView list() {
        return new ModelAndView("administration/health", Map.of("page", new HealthPage(health.list())));
    }

    @PostMapping("/admin/support-bundle")
    ResponseEntity<byte[]> bundle() {
        return file(health.bundle());
    }

    static ResponseEntity<byte[]> file(byte[] zip) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("plumbline-support.zip")
                                .build()
                                .toString())
                .body(zip);
    }
}
