package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.plumbline.administration.InstallationWitnesses;
import org.plumbline.audit.log.Outsiders;
import org.plumbline.site.web.FrameFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who outside vouches for the trail over the API, and asking them now. */
@RestController
@Tag(name = "Installation")
class WitnessesApi {
    private final InstallationWitnesses witnesses;
    private final FrameFactory frames;

    WitnessesApi(InstallationWitnesses witnesses, FrameFactory frames) {
        this.witnesses = witnesses;
        this.frames = frames;
    }

    /** What came of asking: stamped, nothing-new, failed or off. */
    record AnswerJson(String outcome, String meaning) {}

    @GetMapping("/api/v1/admin/witnesses")
    @Operation(summary = "Who outside vouches for the trail, how far each has come, and whom we witness")
    TrailOutsideJson list(HttpServletRequest request) {
        return TrailOutsideJson.of(witnesses.list(), frames.texts(request));
    }

    @PostMapping("/api/v1/admin/witnesses/ask")
    @Operation(summary = "Asks all witnesses now; answers when each has answered or failed")
    TrailOutsideJson ask(HttpServletRequest request) {
        return TrailOutsideJson.of(witnesses.ask(), frames.texts(request));
    }

    @PostMapping("/api/v1/admin/timestamps/ask")
    @Operation(summary = "Asks for a timestamp over the newest checkpoint now")
    AnswerJson askForTime(HttpServletRequest request) {
        Outsiders.Answer answer = witnesses.askForTime();
        return new AnswerJson(WitnessesPage.code(answer), WitnessesPage.asked(answer, frames.texts(request)));
    }
}
