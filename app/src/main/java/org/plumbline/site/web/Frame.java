package org.plumbline.site.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.site.Texts;

/**
 * What every page of every module is given besides its own record. The view resolver supplies it to each template that
 * declares a parameter of this type called {@code frame}.
 *
 * @param texts words, dates and figures as the reader sees them
 * @param nonce the Content-Security-Policy nonce of this answer
 * @param csrf what a form must carry
 * @param person who is signed in
 * @param places the rail of this person
 * @param purpose the purpose in force
 * @param notices notices not yet read
 * @param entry identifier of the trail entry of this page, for the record line
 * @param now when the page was made
 * @param organisation name of the organisation; empty when not known
 * @param requestId names this request in error pages and in the log
 * @param theme {@code light} or {@code dark} where the reader chose one, otherwise empty
 * @param assets finds files
 * @param importMap names that scripts may import, as JSON
 */
public record Frame(
        Texts texts,
        String nonce,
        Csrf csrf,
        Optional<Person> person,
        List<Rail> places,
        Optional<FrameFacts.Purpose> purpose,
        int notices,
        Optional<String> entry,
        Instant now,
        String organisation,
        String requestId,
        String theme,
        Assets assets,
        String importMap) {

    /**
     * @param name as shown to people
     * @param initials one or two letters
     * @param role message keys of the roles held, {@code site.role.<code>}
     */
    public record Person(String name, String initials, List<String> role) {}

    /**
     * @param key message key suffix and stable name of the place
     * @param icon icon of the place
     * @param href where it leads
     * @param current whether this page belongs to it
     * @param foot whether it stands at the foot of the rail
     */
    public record Rail(String key, String icon, String href, boolean current, boolean foot) {}

    public Frame {
        places = List.copyOf(places);
    }

    /** {@link Texts#say(String, Object...)}. */
    public String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /** {@link Texts#weave(String, Object...)}. */
    public Content weave(String key, Object... arguments) {
        return texts.weave(key, arguments);
    }

    /** {@link Assets#href(String)}. */
    public String asset(String path) {
        return assets.href(path);
    }

    public String lang() {
        return texts.language().tag();
    }

    public String dir() {
        return texts.language().direction();
    }

    /** The first places, which a phone shows in its bar. */
    public List<Rail> placesAtHand() {
        return atHead().stream().limit(4).toList();
    }

    /** The places a phone shows under "More". */
    public List<Rail> placesUnderMore() {
        return java.util.stream.Stream.concat(atHead().stream().skip(4), atFoot().stream())
                .toList();
    }

    public List<Rail> atHead() {
        return places.stream().filter(place -> !place.foot()).toList();
    }

    public List<Rail> atFoot() {
        return places.stream().filter(Rail::foot).toList();
    }
}
