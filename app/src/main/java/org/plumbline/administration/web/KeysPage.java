package org.plumbline.administration.web;

import java.time.Duration;
import java.time.Instant;
import org.plumbline.administration.InstallationKeys;
import org.plumbline.site.Texts;

/** The installation's keys and their age. */
public record KeysPage(InstallationKeys.Known known, Instant now) {
    /** How old something is, in days. */
    public String age(Instant made, Texts texts) {
        return texts.say("keys.days", "days", Duration.between(made, now).toDays());
    }
}
