package org.plumbline.acceptance.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A certificate that signs itself, as PEM files; each one made has a key of its own. */
record OwnCertificate(X509Certificate certificate, Path pem, Path key) {
    private static final String PASSWORD = "for this test";

    /** Made with the JDK's own tool, for this host and for localhost, in the place of what is there. */
    static OwnCertificate make(Path folder, String host) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("made.p12");
        Files.deleteIfExists(store);
        keytool(store, host);
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var shown = (X509Certificate) keys.getCertificate("site");
        Path pem = folder.resolve("site.pem");
        Path key = folder.resolve("site.key");
        replace(
                key,
                pem("PRIVATE KEY", keys.getKey("site", PASSWORD.toCharArray()).getEncoded()));
        replace(pem, pem("CERTIFICATE", shown.getEncoded()));
        return new OwnCertificate(shown, pem, key);
    }

    /** By which a browser is told to believe this one (SHA-256 over the public key, in base 64). */
    String fingerprint() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(certificate.getPublicKey().getEncoded());
        return Base64.getEncoder().encodeToString(digest);
    }

    private static void replace(Path file, String text) throws IOException {
        Path made = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(
                made,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    private static void keytool(Path store, String host) throws IOException {
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host + ",dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (tool.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
