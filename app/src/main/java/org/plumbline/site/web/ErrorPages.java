package org.plumbline.site.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers where the container dispatches an error: a refusal by a filter, or a page that could not be made. */
@Controller
final class ErrorPages implements ErrorController {
    private final Answers answers;

    ErrorPages(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Answers.takeBack(response);
        int status = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(404);
        String path = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse("/");
        return answers.answer(Answers.own(status), status, path, request, HttpHeaders.EMPTY);
    }
}
