package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Form;
import org.plumbline.site.web.FrameFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A form of signing in that was refused, shown again with what was typed (never a password) and what is wrong. */
@Component
class Refilled {
    private final FrameFactory frames;

    Refilled(FrameFactory frames) {
        this.frames = frames;
    }

    /** The page of the form again; refusals that are not about what was typed or how often go on. */
    ModelAndView of(
            Refused refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Form, ModelAndView> page) {
        int status = switch (refused.refusal().kind()) {
            case INVALID -> 422;
            case CONFLICT -> 409;
            case TOO_OFTEN -> 429;
            case ABSENT, FORBIDDEN, GONE, LOCKED, DAMAGED, PRECONDITION, MALFORMED, TOO_LARGE, UNAVAILABLE ->
                throw refused;
        };
        if (refused.refusal().kind() == Refusal.Kind.TOO_OFTEN) {
            Optional.ofNullable(refused.refusal().arguments().get("seconds"))
                    .ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        }
        ModelAndView again =
                page.apply(Form.refused(request.getParameterMap(), refused.refusal(), frames.texts(request)));
        again.setStatus(HttpStatusCode.valueOf(status));
        return again;
    }
}
