package org.plumbline.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with values, one by one and together. */
final class Checks {
    private final Map<Setting, Resolved> by;
    private final List<String> faults = new ArrayList<>();

    private Checks(List<Resolved> all) {
        this.by = all.stream().collect(Collectors.toMap(Resolved::setting, Function.identity()));
    }

    static List<String> faults(List<Resolved> all) {
        var checks = new Checks(all);
        all.stream().filter(Resolved::isSet).forEach(checks::alone);
        checks.database();
        checks.provider();
        checks.mail();
        checks.addresses();
        checks.certificate();
        checks.masterKey();
        return List.copyOf(checks.faults);
    }

    private void alone(Resolved one) {
        Optional<String> fault = one.value().isBlank()
                ? Optional.of("is empty")
                : one.setting().kind().fault(one.value());
        // Somebody may have written the secret itself where its file is named.
        String value = one.setting().kind() == Kind.SECRET_FILE ? " names a file" : " is \"" + one.value() + "\",";
        fault.ifPresent(what -> faults.add(one.origin() + ": " + one.setting().key() + value + " which " + what));
    }

    private void database() {
        boolean outside = !value(KnownSettings.DATABASE).equals("embedded");
        for (Setting password : List.of(KnownSettings.OWNER_PASSWORD, KnownSettings.APP_PASSWORD)) {
            if (outside && !isSet(password)) {
                faults.add(password.key() + " is missing; a database of your own needs it beside database.url");
            } else if (!outside && isSet(password)) {
                faults.add(
                        password.key() + " is set, but the embedded database makes its own passwords; set database.url"
                                + " too or leave it out");
            }
        }
    }

    private void provider() {
        if (isSet(KnownSettings.ISSUER)) {
            for (Setting needed : List.of(KnownSettings.CLIENT, KnownSettings.ORGANISATION)) {
                if (!isSet(needed)) {
                    faults.add(needed.key() + " is missing; a provider needs it beside oidc.issuer");
                }
            }
            return;
        }
        by.values().stream()
                .filter(one -> one.isSet() && one.setting().key().startsWith("oidc."))
                .map(one -> one.setting().key() + " is set, but no oidc.issuer")
                .sorted()
                .forEach(faults::add);
    }

    private void mail() {
        if (!isSet(KnownSettings.MAIL_HOST)) {
            by.values().stream()
                    .filter(one -> one.isSet() && one.setting().key().startsWith("mail."))
                    .map(one -> one.setting().key() + " is set, but no mail.host")
                    .sorted()
                    .forEach(faults::add);
            return;
        }
        if (!isSet(KnownSettings.MAIL_FROM)) {
            faults.add("mail.from is missing; mail needs an address it comes from beside mail.host");
        }
        if (isSet(KnownSettings.MAIL_USER) != isSet(KnownSettings.MAIL_PASSWORD)) {
            faults.add("mail.user and mail.password-file go together; one of them is missing");
        }
        String host = value(KnownSettings.MAIL_HOST);
        boolean here = host.equals("localhost")
                || (Network.is(host) && Network.parse(host).address().isLoopbackAddress());
        if (value(KnownSettings.MAIL_SECURITY).equals("none") && !here) {
            faults.add("mail.security is \"none\", but " + host + " is another machine and others would read what is"
                    + " sent: take starttls or tls");
        }
    }

    /** Without TLS only this machine is listened to, unless a proxy in front has it. */
    private void addresses() {
        boolean safe = hasTls() || isSet(KnownSettings.PROXY);
        boolean https = value(KnownSettings.URL).toLowerCase(Locale.ROOT).startsWith("https:");
        if (https && !safe) {
            faults.add("url is an https address, but there is neither a certificate (tls.certificate and tls.key, or"
                    + " tls.store) nor a proxy that has one (behind-proxy)");
        }
        if (!https && hasTls()) {
            faults.add("There is a certificate, but url names no https address that it is for");
        }
        String listen = value(KnownSettings.LISTEN);
        if (!safe && Network.is(listen) && !Network.parse(listen).address().isLoopbackAddress()) {
            faults.add("listen is \"" + listen + "\", but without TLS others would read what is sent: name"
                    + " tls.certificate and tls.key, or behind-proxy, or listen to 127.0.0.1");
        }
    }

    private void certificate() {
        boolean pem = isSet(KnownSettings.CERTIFICATE) || isSet(KnownSettings.KEY);
        boolean store = isSet(KnownSettings.STORE) || isSet(KnownSettings.STORE_PASSWORD);
        if (pem && store) {
            faults.add("tls.certificate and tls.store are two certificates; leave one out");
        } else if (pem && !(isSet(KnownSettings.CERTIFICATE) && isSet(KnownSettings.KEY))) {
            faults.add("tls.certificate and tls.key go together; one of them is missing");
        } else if (store && !(isSet(KnownSettings.STORE) && isSet(KnownSettings.STORE_PASSWORD))) {
            faults.add("tls.store and tls.password-file go together; one of them is missing");
        } else if (hasTls() && faults.isEmpty()) {
            usable();
        }
    }

    private void masterKey() {
        if (isSet(KnownSettings.KEY_FILE) && isSet(KnownSettings.KEY_FROM)) {
            faults.add("key-file and key-from are two places of the master key; leave one out");
        }
    }

    private void usable() {
        String file = value(isSet(KnownSettings.STORE) ? KnownSettings.STORE : KnownSettings.CERTIFICATE);
        try {
            SiteCertificate certificate = isSet(KnownSettings.STORE)
                    ? SiteCertificate.ofStore(
                            Path.of(file),
                            Files.readString(Path.of(value(KnownSettings.STORE_PASSWORD)))
                                    .strip())
                    : SiteCertificate.ofPem(Path.of(file), Path.of(value(KnownSettings.KEY)));
            certificate
                    .fault(URI.create(value(KnownSettings.URL)), Instant.now())
                    .ifPresent(fault -> faults.add("The certificate " + file + " " + fault));
        } catch (SiteCertificate.Unusable unusable) {
            faults.add("The certificate " + file + " " + unusable.getMessage());
        } catch (IOException e) {
            faults.add("The certificate " + file + " can't be read");
        }
    }

    private boolean hasTls() {
        return isSet(KnownSettings.CERTIFICATE) || isSet(KnownSettings.STORE);
    }

    private boolean isSet(Setting setting) {
        return by.containsKey(setting) && by.get(setting).isSet();
    }

    private String value(Setting setting) {
        Resolved one = by.get(setting);
        return one == null ? setting.otherwise() : one.value();
    }
}
