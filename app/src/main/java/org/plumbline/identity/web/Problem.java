package org.plumbline.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.plumbline.watching.Traces;
import tools.jackson.databind.json.JsonMapper;

/** An RFC 9457 problem for answers that are given before any controller runs. */
final class Problem {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problem() {}

    static void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", detail);
        problem.put("status", status);
        problem.put("code", code);
        problem.put(
                "trace_id",
                Optional.ofNullable(response.getHeader(Traces.HEADER)).orElse(""));
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }
}
