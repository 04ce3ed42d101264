package example.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.web.ContentPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages that refuse and fail in each way. */
@Controller
public class ExamplePages {
    @GetMapping({"/refuse/{kind}", "/api/v1/refuse/{kind}"})
    String refuse(@PathVariable Refusal.Kind kind) {
        throw Refusal.of(kind, "test-sealed", Map.of("exhibit", "2031-14 <b>")).asException();
    }

    @GetMapping("/absent")
    String absent() {
        throw Refusal.absent().asException();
    }

    @PostMapping({"/form", "/api/v1/form"})
    String form() {
        throw Refusal.invalid(List.of(new Refusal.Field("title", "test-title-missing", Map.of())))
                .asException();
    }

    /** Fails after it has said what its answer would have been. */
    @GetMapping({"/late-bug", "/api/v1/late-bug"})
    String lateBug(HttpServletResponse response) {
        response.setContentLength(20);
        response.setHeader("ETag", "\"1\"");
        response.setHeader("Content-Disposition", "attachment");
        throw new IllegalStateException("Ada Example");
    }

    @GetMapping({"/bug", "/api/v1/bug"})
    String bug() {
        throw new IllegalStateException("Ada Example, born 1 May 1971");
    }

    @GetMapping("/broken-template")
    String brokenTemplate() {
        return "site/refused";
    }

    @GetMapping({"/number", "/api/v1/number"})
    @ResponseBody
    String number(@RequestParam int n, @RequestParam(required = false) UUID id) {
        return String.valueOf(n);
    }

    @GetMapping("/frameable")
    String frameable(
            jakarta.servlet.http.HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response) {
        ContentPolicy.frameable(request, response);
        throw Refusal.absent().asException();
    }
}
