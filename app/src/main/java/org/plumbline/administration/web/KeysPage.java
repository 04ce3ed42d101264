package org.plumbline.administration.web;

import java.time.Duration;
import java.time.Instant;
import org.plumbline.administration.InstallationKeys;
import org.plumbline.keys.KeyKind;
import org.plumbline.site.Texts;

/** The installation's keys and their age. */
public record KeysPage(InstallationKeys.Known known, Instant now) {
    /** What a key is, by the name that lists have for it. */
    public String kind(String name, Texts texts) {
        return texts.say("keys.kind." + word(name));
    }

    /** What it is for. */
    public String does(String name, Texts texts) {
        return texts.say("keys.does." + word(name));
    }

    private static String word(String name) {
        String organisation = KeyKind.ORGANISATION.code();
        return name.startsWith(organisation) ? organisation : name;
    }

    /** How old something is, in days. */
    public String age(Instant made, Texts texts) {
        return texts.say("keys.days", "days", Duration.between(made, now).toDays());
    }
}
