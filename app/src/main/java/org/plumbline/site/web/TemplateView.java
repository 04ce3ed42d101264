package org.plumbline.site.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Writes one template. Nothing is sent before the whole page exists: a template that fails leaves a clean response. */
final class TemplateView implements View {
    private static final String TYPE = "text/html;charset=UTF-8";
    private static final String FRAME = "frame";

    private final TemplateEngine engine;
    private final String template;
    private final FrameFactory frames;

    TemplateView(TemplateEngine engine, String template, FrameFactory frames) {
        this.engine = engine;
        this.template = template;
        this.frames = frames;
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var page = new Utf8ByteOutput();
        engine.render(template, parameters(model == null ? Map.of() : model, request), page);
        response.setContentType(TYPE);
        response.setContentLength(page.getContentLength());
        try (var out = response.getOutputStream()) {
            page.writeTo(out);
        }
    }

    private Map<String, Object> parameters(Map<String, ?> model, HttpServletRequest request) {
        var parameters = new HashMap<String, Object>();
        for (String name : engine.getParamInfo(template).keySet()) {
            Object value = name.equals(FRAME) && !model.containsKey(FRAME) ? frames.frame(request) : model.get(name);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        return parameters;
    }
}
