package org.plumbline.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A refused form of a report, shown again with all that was typed. */
@Component
class Again {
    private final FrameFactory frames;

    Again(FrameFactory frames) {
        this.frames = frames;
    }

    ModelAndView of(Refused refused, HttpServletRequest request, Function<Form, ModelAndView> page) {
        int status = switch (refused.refusal().kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case ABSENT, FORBIDDEN, GONE, LOCKED, DAMAGED, PRECONDITION, MALFORMED, TOO_LARGE, TOO_OFTEN, UNAVAILABLE ->
                throw refused;
        };
        ModelAndView shown =
                page.apply(Form.refused(request.getParameterMap(), refused.refusal(), frames.texts(request)));
        shown.setStatus(HttpStatusCode.valueOf(status));
        return shown;
    }
}
