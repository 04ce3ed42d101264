package org.plumbline.administration.web;

import java.util.Optional;
import org.plumbline.mail.Outcome;
import org.plumbline.mail.TestMessages;
import org.plumbline.settings.Resolved;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/**
 * How mail is sent, and the form of a test message.
 *
 * @param now what became of the message that was just sent
 */
public record MailPage(TestMessages.State state, Form form, Optional<Outcome> now) {
    /** What became of a letter, in words. */
    public static String words(Outcome outcome, Texts texts) {
        return texts.say("mail.outcome." + outcome.kind().code(), "host", outcome.host(), "said", outcome.said());
    }

    /** What holds, in words where nothing does. */
    public String value(Resolved one, Texts texts) {
        return one.value().isEmpty() ? texts.say("settings.nothing") : one.value();
    }

    /** Where that comes from. */
    public String origin(Resolved one, Texts texts) {
        return one.isSet() ? one.origin() : texts.say("settings.otherwise");
    }
}
