package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.mail.Outcome;
import org.plumbline.mail.TestMessages;
import org.plumbline.site.Texts;
import org.plumbline.site.web.FrameFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How mail is sent over the API, and a message that tries it. */
@RestController
@Tag(name = "Installation")
class MailApi {
    private final TestMessages messages;
    private final FrameFactory frames;

    MailApi(TestMessages messages, FrameFactory frames) {
        this.messages = messages;
        this.frames = frames;
    }

    /**
     * What became of a message: accepted, refused, password, no-connection, no-answer, not-trusted, not-protected,
     * broken-off or off.
     */
    record OutcomeJson(String outcome, String host, String said, Instant at, String meaning) {
        static OutcomeJson of(Outcome outcome, Texts texts) {
            return new OutcomeJson(
                    outcome.kind().code(),
                    outcome.host(),
                    outcome.said(),
                    outcome.at(),
                    MailPage.words(outcome, texts));
        }
    }

    /** A setting of mail; no secret is among them. */
    record MailSettingJson(String key, String value, String origin) {}

    /** How mail is sent. */
    record MailJson(
            boolean configured,
            List<MailSettingJson> settings,
            @Nullable OutcomeJson last) {}

    /** Whom a test message goes to. */
    record TestJson(@Nullable String to) {}

    @GetMapping("/api/v1/admin/mail")
    @Operation(summary = "How mail is sent, and what became of the last message")
    MailJson read(HttpServletRequest request) {
        Texts texts = frames.texts(request);
        TestMessages.State state = messages.read();
        return new MailJson(
                !state.isOff(),
                state.settings().stream()
                        .map(one ->
                                new MailSettingJson(one.setting().key(), one.value(), one.isSet() ? one.origin() : ""))
                        .toList(),
                state.last().map(one -> OutcomeJson.of(one, texts)).orElse(null));
    }

    @PostMapping("/api/v1/admin/mail/test")
    @Operation(summary = "Send a test message; at most five in ten minutes")
    OutcomeJson test(@RequestBody TestJson body, HttpServletRequest request) {
        Texts texts = frames.texts(request);
        return OutcomeJson.of(MailController.send(messages, MemberInput.text(body.to()), texts), texts);
    }
}
