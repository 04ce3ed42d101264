package org.plumbline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.bouncycastle.operator.OperatorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters to a real mail server on this machine, with and without TLS, and what is said of each that is not taken. */
class MailServerTest {
    private static final String SECRET = "five quiet ferries";
    private static final Letter LETTER = new Letter("ines@office.example", "Something waits", "Open Plumbline.\n");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailFront front;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, OperatorException {
        mail.start();
        mail.setUser("plumbline", "plumbline", SECRET);
        front = new MailFront(mail.getSmtp().getPort(), true);
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
        mail.stop();
    }

    @Test
    void aLetterArrivesAsPlainTextFromTheAddressThatIsSet() throws MessagingException, IOException {
        MailServer server = plain(mail.getSmtp().getPort(), SECRET);

        Outcome outcome = server.send(LETTER);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ACCEPTED);
        assertThat(server.last()).contains(outcome);
        MimeMessage arrived = mail.getReceivedMessages()[0];
        assertThat(arrived.getFrom()[0]).hasToString("plumbline@office.example");
        assertThat(arrived.getSubject()).isEqualTo("Something waits");
        assertThat(arrived.getContentType()).startsWith("text/plain");
        assertThat(arrived.getContent().toString().strip()).isEqualTo("Open Plumbline.");
    }

    @Test
    void withStartTlsItArrivesToo() {
        Outcome outcome = encrypted(front, Optional.of(front)).send(LETTER);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ACCEPTED);
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNothing() {
        Outcome outcome = encrypted(front, Optional.empty()).send(LETTER);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_TRUSTED);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateForAnotherNameGetsNothing() {
        var settings = settings("127.0.0.1", front.port(), "starttls", SECRET);

        Outcome outcome = new MailServer(settings, Clock.systemUTC(), Optional.of(front.believing())).send(LETTER);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_TRUSTED);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void whereNoTlsIsOfferedNothingIsSentInTheOpen() throws Exception {
        try (var bare = new MailFront(mail.getSmtp().getPort(), false)) {
            Outcome outcome = encrypted(bare, Optional.of(bare)).send(LETTER);

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NOT_PROTECTED);
        }
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidWithoutRepeatingIt() {
        Outcome outcome = plain(mail.getSmtp().getPort(), "six quiet ferries").send(LETTER);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PASSWORD);
        assertThat(outcome.said()).isEmpty();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aRecipientThatIsRefusedIsRefusedInTheServersWords() {
        Outcome outcome = encrypted(front, Optional.of(front))
                .send(new Letter(MailFront.UNKNOWN, "Something waits", "Open Plumbline.\n"));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.REFUSED);
        assertThat(outcome.said()).contains("550 5.1.1 No such mailbox here").doesNotContain("\n", SECRET);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aClosedPortIsNoConnection() throws IOException {
        int closed;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = probe.getLocalPort();
        }

        assertThat(plain(closed, SECRET).send(LETTER).kind()).isEqualTo(Outcome.Kind.NO_CONNECTION);
    }

    private static MailServer encrypted(MailFront at, Optional<MailFront> believed) {
        return new MailServer(
                settings("localhost", at.port(), "starttls", SECRET),
                Clock.systemUTC(),
                believed.map(MailFront::believing));
    }

    private static MailServer plain(int port, String password) {
        return new MailServer(settings("127.0.0.1", port, "none", password), Clock.systemUTC(), Optional.empty());
    }

    private static MailSettings settings(String host, int port, String security, String password) {
        return new MailSettings(host, port, security, "plumbline@office.example", "plumbline", password);
    }
}
