package org.plumbline.cases.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A form that was refused, shown again with what was typed and what is wrong. */
@Component
public class Resubmission {
    private final FrameFactory frames;

    Resubmission(FrameFactory frames) {
        this.frames = frames;
    }

    /**
     * The page of the form again, with status 422 or 409. Other refusals are not about what was typed and go on.
     *
     * @param page makes the page from the refused form
     */
    public ModelAndView of(Refused refused, HttpServletRequest request, Function<Form, ModelAndView> page) {
        int status = switch (refused.refusal().kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case ABSENT, FORBIDDEN, GONE, LOCKED, DAMAGED, PRECONDITION, MALFORMED, TOO_LARGE, TOO_OFTEN, UNAVAILABLE ->
                throw refused;
        };
        ModelAndView again =
                page.apply(Form.refused(request.getParameterMap(), refused.refusal(), frames.texts(request)));
        again.setStatus(HttpStatusCode.valueOf(status));
        return again;
    }
}
