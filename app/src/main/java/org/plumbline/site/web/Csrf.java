package org.plumbline.site.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** The token that proves a form came from one of our pages. Made only when a page asks for it. */
public final class Csrf {
    private final @Nullable CsrfToken token;

    Csrf(@Nullable CsrfToken token) {
        this.token = token;
    }

    /** Name of the hidden field. */
    public String parameter() {
        return token == null ? "_csrf" : token.getParameterName();
    }

    /** Name of the header for requests by script. */
    public String header() {
        return token == null ? "X-CSRF-TOKEN" : token.getHeaderName();
    }

    public String value() {
        return token == null ? "" : token.getToken();
    }
}
