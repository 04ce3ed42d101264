package org.plumbline.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that takes what Plumbline sends (SMTP, RFC 5321; STARTTLS, RFC 3207). It is never waited for long. */
@Component
public class MailServer {
    private static final String PATIENCE_MILLIS = "10000";

    private final MailSettings settings;
    private final Clock clock;
    private final Optional<SSLSocketFactory> trust;
    private volatile Optional<Outcome> last = Optional.empty();

    @Autowired
    MailServer(MailSettings settings, Clock clock) {
        this(settings, clock, Optional.empty());
    }

    /** @param trust whose certificates are believed; the machine's where absent */
    MailServer(MailSettings settings, Clock clock, Optional<SSLSocketFactory> trust) {
        this.settings = settings;
        this.clock = clock;
        this.trust = trust;
    }

    /** Whether no server is named. */
    public boolean isOff() {
        return settings.isOff();
    }

    /** What became of the last letter since the start; absent while none was sent. */
    public Optional<Outcome> last() {
        return last;
    }

    /** Hands a letter to the server, where one is named. Not to be called while a transaction is open. */
    public Outcome send(Letter letter) {
        if (isOff()) {
            return new Outcome(Outcome.Kind.OFF, "", "", clock.instant());
        }
        Outcome outcome = attempt(letter);
        last = Optional.of(outcome);
        return outcome;
    }

    private Outcome attempt(Letter letter) {
        var message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(letter.to());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            sender().send(message);
            return new Outcome(Outcome.Kind.ACCEPTED, settings.host(), "", clock.instant());
        } catch (MailException failed) {
            return SendFailure.outcome(failed, settings, clock.instant());
        }
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        sender.setJavaMailProperties(properties());
        return sender;
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", is("tls"));
        properties.setProperty("mail.smtp.starttls.enable", is("starttls"));
        // Otherwise whoever is between could leave the offer out and read on.
        properties.setProperty("mail.smtp.starttls.required", is("starttls"));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        trust.ifPresent(believed -> properties.put("mail.smtp.ssl.socketFactory", believed));
        return properties;
    }

    private String is(String security) {
        return Boolean.toString(settings.security().equals(security));
    }
}
