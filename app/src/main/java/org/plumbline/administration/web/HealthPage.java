package org.plumbline.administration.web;

import java.util.List;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.watching.Finding;

/**
 * What was found of each part of the installation.
 *
 * @param findings what fails first, then what is missing
 */
public record HealthPage(List<Finding> findings) {
    public HealthPage {
        findings = List.copyOf(findings);
    }

    /** What is found, and what that means. */
    public static String meaning(Finding found, Texts texts) {
        return texts.say(key(found), found.facts());
    }

    /** What to do; empty where nothing is. */
    public static String next(Finding found, Texts texts) {
        return found.state() == Finding.State.GOOD ? "" : texts.say(key(found) + ".next", found.facts());
    }

    private static String key(Finding found) {
        return "health." + found.part() + "." + found.code();
    }

    /** The state in icon, word and colour. */
    public Mark mark(Finding found, Texts texts) {
        String word = texts.say("health.state." + found.state().code());
        return switch (found.state()) {
            case GOOD -> Mark.ok(word);
            case MISSING -> Mark.warn(word);
            case FAILING -> Mark.bad(word);
        };
    }

    /** How many parts are in a state. */
    public long count(String state) {
        return findings.stream()
                .filter(found -> found.state().code().equals(state))
                .count();
    }
}
