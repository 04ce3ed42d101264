package org.plumbline.site.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a page from the request, the acting person and what modules contributed. */
@Component
public final class FrameFactory {
    /** Request attribute whose words name the trail entry of this page; empty words when it has none. */
    public static final String ENTRY = "plumbline.entry";
    /** Request attribute that names the current place where the path does not tell it. */
    public static final String PLACE = "plumbline.place";

    private static final String THEME_COOKIE = "plumbline-theme";

    private final Phrasebook phrasebook;
    private final Assets assets;
    private final ImportMap importMap;
    private final ObjectProvider<FrameFacts> facts;
    private final List<Place> places;
    private final Clock clock;

    FrameFactory(
            Phrasebook phrasebook,
            Assets assets,
            ImportMap importMap,
            ObjectProvider<FrameFacts> facts,
            ObjectProvider<Place> places,
            Clock clock) {
        this.phrasebook = phrasebook;
        this.assets = assets;
        this.importMap = importMap;
        this.facts = facts;
        this.places =
                places.stream().sorted(Comparator.comparingInt(Place::order)).toList();
        this.clock = clock;
    }

    /** The frame of the page that answers this request. */
    public Frame frame(HttpServletRequest request) {
        Optional<Acting> acting = Acting.current();
        FrameFacts known = facts();
        return new Frame(
                texts(request),
                (String) Optional.ofNullable(request.getAttribute(SecurityHeaders.NONCE))
                        .orElse(""),
                new Csrf((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
                acting.map(FrameFactory::person),
                acting.map(person -> rail(person, request)).orElse(List.of()),
                acting.flatMap(known::purpose),
                acting.map(known::notices).orElse(0),
                Optional.ofNullable(request.getAttribute(ENTRY))
                        .map(Object::toString)
                        .filter(id -> !id.isEmpty()),
                clock.instant(),
                known.organisation(acting),
                RequestId.of(request),
                theme(request),
                assets,
                importMap.json());
    }

    /** The frame of a page for nobody in particular: asks no module, no session and no record. */
    Frame bare(HttpServletRequest request) {
        return new Frame(
                phrasebook.texts(Language.ENGLISH, ZoneOffset.UTC),
                (String) Optional.ofNullable(request.getAttribute(SecurityHeaders.NONCE))
                        .orElse(""),
                new Csrf(null),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                Optional.empty(),
                clock.instant(),
                "",
                RequestId.of(request),
                theme(request),
                assets,
                importMap.json());
    }

    /** The texts for the reader of this request. */
    public Texts texts(HttpServletRequest request) {
        return phrasebook.texts(ReadersLanguage.of(request), facts().zone(Acting.current()));
    }

    private FrameFacts facts() {
        return facts.getIfAvailable(NoFacts::new);
    }

    private List<Frame.Rail> rail(Acting acting, HttpServletRequest request) {
        Object named = request.getAttribute(PLACE);
        String path = request.getRequestURI();
        return places.stream()
                .filter(place -> place.open().test(acting))
                .map(place -> new Frame.Rail(
                        place.key(),
                        place.icon(),
                        place.href(),
                        named == null ? holds(place, path) : place.key().equals(named),
                        place.order() >= Place.FOOT))
                .toList();
    }

    private static boolean holds(Place place, String path) {
        return path.equals(place.href()) || (!place.href().equals("/") && path.startsWith(place.href() + "/"));
    }

    private static Frame.Person person(Acting acting) {
        List<String> roles = acting.roles().stream()
                .sorted()
                .map(Role::code)
                .map("site.role."::concat)
                .toList();
        return new Frame.Person(acting.name(), initials(acting.name()), roles);
    }

    private static String initials(String name) {
        List<String> words = Arrays.stream(name.strip().split("[\\s\\p{Pd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Stream<String> outer = words.size() < 2 ? words.stream() : Stream.of(words.getFirst(), words.getLast());
        return outer.map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(THEME_COOKIE))
                        .map(Cookie::getValue)
                        .filter(List.of("light", "dark")::contains)
                        .findFirst()
                        .orElse("");
    }
}
