package org.plumbline.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Why a letter was not taken, told from what the mail library threw. */
final class SendFailure {
    private static final int DEEPEST = 12;
    private static final int MOST_SAID = 200;
    private static final String NO_STARTTLS = "STARTTLS is required";

    private SendFailure() {}

    static Outcome outcome(MailException failed, MailSettings settings, Instant at) {
        List<Throwable> chain = chain(failed);
        Optional<String> said =
                chain.stream().map(SendFailure::said).flatMap(Optional::stream).findFirst();
        Outcome.Kind kind = kind(chain, said.isPresent());
        String words = kind == Outcome.Kind.REFUSED ? safe(said.orElse(""), settings) : "";
        return new Outcome(kind, settings.host(), words, at);
    }

    private static Outcome.Kind kind(List<Throwable> chain, boolean said) {
        if (holds(chain, AuthenticationFailedException.class)) {
            return Outcome.Kind.PASSWORD;
        }
        if (holds(chain, SSLException.class)) {
            return Outcome.Kind.NOT_TRUSTED;
        }
        if (chain.stream().anyMatch(each -> String.valueOf(each.getMessage()).startsWith(NO_STARTTLS))) {
            return Outcome.Kind.NOT_PROTECTED;
        }
        if (said) {
            return Outcome.Kind.REFUSED;
        }
        if (holds(chain, ConnectException.class)
                || holds(chain, UnknownHostException.class)
                || holds(chain, NoRouteToHostException.class)) {
            return Outcome.Kind.NO_CONNECTION;
        }
        return holds(chain, SocketTimeoutException.class) ? Outcome.Kind.NO_ANSWER : Outcome.Kind.BROKEN_OFF;
    }

    private static boolean holds(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static Optional<String> said(Throwable each) {
        return each instanceof SMTPAddressFailedException
                        || each instanceof SMTPSendFailedException
                        || each instanceof SMTPSenderFailedException
                ? Optional.ofNullable(each.getMessage())
                : Optional.empty();
    }

    /** The server's words in one line; should it repeat what it was given, that is taken out. */
    private static String safe(String said, MailSettings settings) {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        for (String secret : List.of(settings.password(), settings.user())) {
            line = secret.isEmpty() ? line : line.replace(secret, "…");
        }
        return line.length() > MOST_SAID ? line.substring(0, MOST_SAID) + "…" : line;
    }

    /** Causes, and what the mail library keeps beside them. */
    private static List<Throwable> chain(Throwable first) {
        var all = new ArrayList<Throwable>();
        gather(first, all);
        return all;
    }

    private static void gather(@Nullable Throwable each, List<Throwable> all) {
        if (each == null || all.size() > DEEPEST || all.contains(each)) {
            return;
        }
        all.add(each);
        if (each instanceof MailSendException sent) {
            for (Exception one : sent.getMessageExceptions()) {
                gather(one, all);
            }
        }
        if (each instanceof MessagingException messaging) {
            gather(messaging.getNextException(), all);
        }
        gather(each.getCause(), all);
    }
}
