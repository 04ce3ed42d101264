package org.plumbline.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * TLS in front of a GreenMail server, which has no STARTTLS of its own: says what a mail server says until STARTTLS,
 * then hands every line through. It refuses one recipient, as a mail server without that mailbox does.
 */
final class MailFront implements AutoCloseable {
    static final String UNKNOWN = "nobody@office.example";

    private final ServerSocket listening;
    private final int behind;
    private final boolean offersTls;
    private final SSLContext tls;

    /**
     * @param behind the port of the mail server
     * @param offersTls whether STARTTLS is offered
     */
    MailFront(int behind, boolean offersTls) throws IOException, GeneralSecurityException, OperatorException {
        this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.behind = behind;
        this.offersTls = offersTls;
        this.tls = context();
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Believes the certificate of this front. */
    SSLSocketFactory believing() {
        return tls.getSocketFactory();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            say(client.getOutputStream(), "220 front ready");
            BufferedReader words = lines(client);
            Socket talking = client;
            boolean encrypted = false;
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                String word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("EHLO") && offersTls && !encrypted) {
                    say(client.getOutputStream(), "250-front\r\n250 STARTTLS");
                } else if (word.startsWith("STARTTLS")) {
                    say(client.getOutputStream(), "220 go ahead");
                    talking = encrypted(client);
                    encrypted = true;
                    words = lines(talking);
                    lines(server).readLine(); // the greeting, which the front has given
                    pass(server, talking);
                } else if (word.startsWith("RCPT TO:<" + UNKNOWN.toUpperCase(Locale.ROOT))) {
                    say(talking.getOutputStream(), "550 5.1.1 No such mailbox here");
                } else if (!encrypted) {
                    say(client.getOutputStream(), word.startsWith("QUIT") ? "221 bye" : "250 front");
                } else {
                    say(server.getOutputStream(), line);
                }
            }
        } catch (IOException ended) {
            // What the other side saw of it is what the test looks at.
        }
    }

    private SSLSocket encrypted(Socket client) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
        socket.setUseClientMode(false);
        return socket;
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                // The conversation is over.
            }
        });
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static SSLContext context() throws GeneralSecurityException, IOException, OperatorException {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        var certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minusSeconds(3600)),
                        Date.from(now.plusSeconds(86_400)),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        Certificate signed = new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("front", pair.getPrivate(), new char[0], new Certificate[] {signed});
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("front", signed);
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, new char[0]);
        var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
