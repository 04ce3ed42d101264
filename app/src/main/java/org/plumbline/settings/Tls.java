package org.plumbline.settings;

import java.util.Map;

/** What the web server is told of a certificate: its files, which it reads again when they change. */
final class Tls {
    private static final String BUNDLE = "site";
    private static final String PEM = "spring.ssl.bundle.pem." + BUNDLE + ".";
    private static final String PKCS12 = "spring.ssl.bundle.jks." + BUNDLE + ".";

    private Tls() {}

    /** Adds what follows from the settings of TLS. */
    static void properties(Map<String, String> properties) {
        String certificate = properties.get(KnownSettings.CERTIFICATE.property());
        String store = properties.get(KnownSettings.STORE.property());
        if (certificate != null) {
            properties.put(PEM + "keystore.certificate", "file:" + certificate);
            properties.put(PEM + "keystore.private-key", "file:" + properties.get(KnownSettings.KEY.property()));
            common(properties, PEM);
        } else if (store != null) {
            properties.put(PKCS12 + "keystore.location", "file:" + store);
            properties.put(PKCS12 + "keystore.type", "PKCS12");
            properties.put(
                    PKCS12 + "keystore.password",
                    String.valueOf(properties.get(KnownSettings.STORE_PASSWORD.property())));
            common(properties, PKCS12);
        }
    }

    private static void common(Map<String, String> properties, String bundle) {
        properties.put(bundle + "reload-on-update", "true");
        properties.put(bundle + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
        properties.put("server.ssl.bundle", BUNDLE);
    }
}
