package org.plumbline.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.plumbline.audit.log.WitnessDesk;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.witness.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Witnesses the logs of others (C2SP tlog-witness). Nobody signs in: a checkpoint carries the signature of its log, and
 * only configured logs are heard.
 */
@Controller
class WitnessController {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessController.class);

    /** A proof of 63 hashes and a checkpoint with some signatures of 3.3 kB. */
    private static final int MOST_BYTES = 100_000;

    private final WitnessDesk desk;

    WitnessController(WitnessDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/witness/add-checkpoint")
    ResponseEntity<byte[]> addCheckpoint(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
        try {
            return desk.addCheckpoint(body)
                    .map(WitnessController::answer)
                    .orElseGet(() -> ResponseEntity.notFound().build());
        } catch (Refused damaged) {
            LOG.error("What was seen of a witnessed log cannot be read: {}", damaged.getMessage());
            return ResponseEntity.internalServerError().build();
        }
    }

    private static ResponseEntity<byte[]> answer(Reply reply) {
        return ResponseEntity.status(reply.status())
                .contentType(MediaType.parseMediaType(reply.contentType()))
                .body(reply.body());
    }
}
