package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.plumbline.site.Language;

/**
 * Which language a request is answered in: the parameter {@code locale}, kept in the session from then on, else what
 * the browser asks for. A browser's wish never gives a pseudo-language.
 */
final class ReadersLanguage {
    private static final String PARAMETER = "locale";
    private static final String KEPT = "plumbline.language";

    private ReadersLanguage() {}

    static Language of(HttpServletRequest request) {
        return chosen(request).or(() -> kept(request)).orElse(Language.ENGLISH);
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        Optional<Language> chosen = asked(request).flatMap(Language::ofTag);
        chosen.ifPresent(language -> request.getSession().setAttribute(KEPT, language.tag()));
        return chosen;
    }

    /** The page of an error is also shown for a body that the container would not take, and so for no parameter. */
    private static Optional<String> asked(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter(PARAMETER));
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Language> kept(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((String) session.getAttribute(KEPT)).flatMap(Language::ofTag);
    }
}
