package org.plumbline.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.web.Resubmission;
import org.plumbline.kernel.Refused;
import org.plumbline.mail.Outcome;
import org.plumbline.mail.TestMessages;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How mail is sent, and a message that tries it. */
@Controller
class MailController {
    private final TestMessages messages;
    private final Resubmission resubmission;
    private final FrameFactory frames;

    MailController(TestMessages messages, Resubmission resubmission, FrameFactory frames) {
        this.messages = messages;
        this.resubmission = resubmission;
        this.frames = frames;
    }

    @GetMapping("/admin/mail")
    ModelAndView read() {
        return page(Form.empty(), Optional.empty());
    }

    /** Answers with the page itself: what became of the message is known now. */
    @PostMapping("/admin/mail/test")
    ModelAndView test(@RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        try {
            return page(Form.empty(), Optional.of(send(messages, to, frames.texts(request))));
        } catch (Refused refused) {
            return resubmission.of(refused, request, form -> page(form, Optional.empty()));
        }
    }

    static Outcome send(TestMessages messages, String to, Texts texts) {
        return messages.send(to, texts.say("letter.test.subject"), texts.say("letter.test.text"));
    }

    private ModelAndView page(Form form, Optional<Outcome> now) {
        return new ModelAndView("administration/mail", Map.of("page", new MailPage(messages.read(), form, now)));
    }
}
