package org.plumbline.documents.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.MailFilter;
import org.plumbline.documents.MailThread;
import org.plumbline.documents.Mails;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of mail as conversations. */
@Controller
@RequestMapping("/cases/{caseId}/mail")
class ThreadController {
    private static final int PAGE = 50;
    private static final int MESSAGES = 25;

    private final Mails mails;
    private final CaseHeaders headers;

    ThreadController(Mails mails, CaseHeaders headers) {
        this.mails = mails;
        this.headers = headers;
    }

    @GetMapping
    ModelAndView list(
            @PathVariable UUID caseId,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String subject) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "documents");
        List<MailThread> found = mails.list(id, new MailFilter(address, subject), before, PAGE + 1);
        List<MailThread> shown = found.subList(0, Math.min(PAGE, found.size()));
        var here = UriComponentsBuilder.fromPath(header.href() + "/mail");
        var narrowed = new HashMap<String, String>();
        var variables = new HashMap<String, Object>();
        Map.of("address", address.strip(), "subject", subject.strip()).forEach((name, value) -> {
            if (!value.isEmpty()) {
                narrowed.put(name, value);
                variables.put(name, value);
                here.queryParam(name, "{" + name + "}");
            }
        });
        String first = here.encode().buildAndExpand(variables).toUriString();
        var page = new MailPage(
                header,
                shown,
                Form.of(narrowed),
                !narrowed.isEmpty(),
                before.isPresent() ? first : "",
                found.size() > PAGE
                        ? first + (narrowed.isEmpty() ? "?" : "&") + "before="
                                + shown.getLast().cursor()
                        : "");
        return new ModelAndView("documents/mail", Map.of("page", page));
    }

    /** @param after the mail after which to go on */
    @GetMapping("/{mailId}")
    ModelAndView thread(@PathVariable UUID caseId, @PathVariable UUID mailId, @RequestParam Optional<UUID> after) {
        var id = new CaseId(caseId);
        var header = headers.of(id, "documents");
        Mails.Reading reading = mails.read(id, mailId, after, MESSAGES);
        String here = header.href() + "/mail/" + mailId;
        var page = new ThreadPage(
                header,
                reading,
                reading.before() > 0 ? here : "",
                reading.more()
                        ? here + "?after="
                                + reading.messages().getLast().document().id()
                        : "");
        return new ModelAndView("documents/thread", Map.of("page", page));
    }
}
