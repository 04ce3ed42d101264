package org.plumbline.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server as {@code plumbline.mail.*} names it; no server where no host is named. */
@Component
record MailSettings(
        @Value("${plumbline.mail.host:}") String host,
        @Value("${plumbline.mail.port:587}") int port,
        @Value("${plumbline.mail.security:starttls}") String security,
        @Value("${plumbline.mail.from:}") String from,
        @Value("${plumbline.mail.user:}") String user,
        @Value("${plumbline.mail.password:}") String password) {
    boolean isOff() {
        return host.isEmpty();
    }

    @Override
    public String toString() {
        return "mail server " + host;
    }
}
