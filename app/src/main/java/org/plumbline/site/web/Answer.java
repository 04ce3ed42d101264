package org.plumbline.site.web;

import java.util.List;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.Form;
import org.plumbline.site.Sentences;
import org.plumbline.site.Texts;

/**
 * How a request that was not done is answered, in words.
 *
 * @param status HTTP status
 * @param title what was refused
 * @param sentence the rule, the value found
 * @param code stable reason code
 * @param next what the reader can do now
 * @param errors single fields that are wrong
 * @param requestId names the request in the log
 */
public record Answer(
        int status,
        String title,
        String sentence,
        String code,
        String next,
        List<Form.Fault> errors,
        String requestId) {
    public Answer {
        errors = List.copyOf(errors);
    }

    static Answer of(Refusal refusal, int status, Texts texts, String requestId) {
        List<Form.Fault> errors = refusal.fields().stream()
                .map(field -> new Form.Fault(field.name(), field.code(), Sentences.of(field, texts)))
                .toList();
        return new Answer(
                status,
                Sentences.title(refusal, texts),
                Sentences.of(refusal, texts),
                refusal.code(),
                Sentences.next(refusal, texts),
                errors,
                requestId);
    }

    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case ABSENT -> 404;
            case FORBIDDEN -> 403;
            case INVALID -> 422;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case GONE -> 410;
            case LOCKED -> 423;
            case DAMAGED -> 460;
            case PRECONDITION -> 412;
            case MALFORMED -> 400;
            case TOO_OFTEN -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
