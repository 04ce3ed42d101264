package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.plumbline.administration.InstallationHealth;
import org.plumbline.cases.web.Listing;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.plumbline.watching.Finding;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation's health over the API. */
@RestController
@Tag(name = "Installation")
class HealthApi {
    private final InstallationHealth health;
    private final FrameFactory frames;

    HealthApi(InstallationHealth health, FrameFactory frames) {
        this.health = health;
        this.frames = frames;
    }

    /**
     * A part of the installation.
     *
     * @param state good, missing or failing
     * @param meaning what that means, in words
     * @param next what to do, in words; empty where nothing is to be done
     */
    record FindingJson(String part, String state, String code, Map<String, String> facts, String meaning, String next) {
        static FindingJson of(Finding found, Texts texts) {
            return new FindingJson(
                    found.part(),
                    found.state().code(),
                    found.code(),
                    found.facts(),
                    HealthPage.meaning(found, texts),
                    HealthPage.next(found, texts));
        }
    }

    @GetMapping("/api/v1/admin/health")
    @Operation(summary = "What is there, what is missing and what fails, with what to do about it")
    Listing<FindingJson> list(HttpServletRequest request) {
        Texts texts = frames.texts(request);
        return Listing.whole(health.list(), found -> FindingJson.of(found, texts));
    }

    @PostMapping(path = "/api/v1/admin/support-bundle", produces = "application/zip")
    @Operation(summary = "A support bundle as an archive; it holds nothing of a case or a person")
    ResponseEntity<byte[]> bundle() {
        return HealthPageController.file(health.bundle());
    }
}
