package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.kernel.Refusal;
import org.plumbline.watching.Obstacle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers while nothing can be recorded, from a filter and without the database: who asks is not known then, and need
 * not be, since the answer is the same for everybody.
 */
@Component
final class Standstill {
    private static final int UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    /** A server starts again within seconds; room on a disk is made by people. */
    private static final int SOON_SECONDS = 5;

    private static final int LATER_SECONDS = 60;

    private final FrameFactory frames;
    private final TemplateViews views;

    Standstill(FrameFactory frames, TemplateViews views) {
        this.frames = frames;
        this.views = views;
    }

    /** As a refusal, which says after how many seconds to try again. */
    static Refusal refusal(Obstacle obstacle) {
        int seconds = obstacle == Obstacle.DATABASE_AWAY ? SOON_SECONDS : LATER_SECONDS;
        return Refusal.of(Refusal.Kind.UNAVAILABLE, obstacle.code(), Map.of("seconds", Integer.toString(seconds)));
    }

    /** Answers in the shape the asker understands; nothing where an answer has left already. */
    void answer(Obstacle obstacle, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        Answers.takeBack(response);
        Refusal refusal = refusal(obstacle);
        Frame frame = frames.bare(request);
        var answer = Answer.of(refusal, UNAVAILABLE, frame.texts(), RequestId.of(request));
        response.setStatus(UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, refusal.arguments().get("seconds"));
        String path = request.getRequestURI();
        if (Answers.isProgram(path)) {
            write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem(answer, path));
        } else if (path.equals("/healthz")) {
            write(response, MediaType.TEXT_PLAIN_VALUE, (answer.code() + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            page(answer, frame, request, response);
        }
    }

    private void page(Answer answer, Frame frame, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean part = Answers.isPart(request);
        if (part) {
            Answers.retarget(response);
        }
        var view = (TemplateView) views.resolveViewName(part ? "site/refused-part" : "site/refused", Locale.ROOT);
        if (view == null) {
            throw new IllegalStateException("There is no template of a refusal");
        }
        view.render(Map.of("answer", answer, "frame", frame), request, response);
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        try (var out = response.getOutputStream()) {
            out.write(body);
        }
    }

    private static byte[] problem(Answer answer, String path) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:plumbline:refusal:" + answer.code());
        problem.put("title", answer.title());
        problem.put("status", answer.status());
        problem.put("detail", answer.sentence());
        problem.put("instance", path);
        problem.put("code", answer.code());
        problem.put("trace_id", answer.requestId());
        problem.put("errors", List.of());
        return JsonMapper.shared().writeValueAsBytes(problem);
    }
}
