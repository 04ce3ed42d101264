package org.plumbline.oversight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.plumbline.audit.log.LogFiles;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The trail's log under {@code /log} (C2SP tlog-tiles). */
@Controller
class LogController {
    private static final String PREFIX = "/log/";
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final LogFiles files;

    LogController(LogFiles files) {
        this.files = files;
    }

    /** To be printed, kept elsewhere, and typed again one day. */
    @GetMapping("/oversight/checkpoint")
    ModelAndView paper() {
        return new ModelAndView("oversight/checkpoint", Map.of("page", files.paper()));
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .body(files.checkpoint().bytes());
    }

    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        LogFiles.LogFile file = files.tile(request.getRequestURI().substring(PREFIX.length()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(file.neverChanges() ? NEVER_CHANGES : CacheControl.noStore())
                .body(file.bytes());
    }
}
