package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Content-Security-Policies (W3C CSP Level 3): the strict one of every page, and narrow exceptions. */
public final class ContentPolicy {
    /** What a page may use of the machine it is shown on (W3C Permissions Policy). */
    static final String DEVICES = "Permissions-Policy";

    private static final String HEADER = "Content-Security-Policy";

    private ContentPolicy() {}

    /** Lets our own pages show this page in a frame, as the document viewer does. All else stays strict. */
    public static void frameable(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HEADER, page((String) request.getAttribute(SecurityHeaders.NONCE), "'self'"));
    }

    /**
     * For content that came from outside, such as the HTML of a message: it is shown in a sandbox without scripts,
     * forms, outside images or an origin, and only in our own frames.
     */
    public static void untrusted(HttpServletResponse response) {
        response.setHeader(
                HEADER,
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'");
    }

    /** Lets this page ask for the camera, as the one does where a tag is scanned; on every other it stays off. */
    public static void withCamera(HttpServletResponse response) {
        response.setHeader(DEVICES, devices("(self)"));
    }

    static String devices(String camera) {
        return "accelerometer=(), camera=" + camera + ", display-capture=(), geolocation=(), gyroscope=(), "
                + "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), publickey-credentials-get=(self)";
    }

    static String page(String nonce, String framedBy) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "' 'strict-dynamic'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
                + "frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; manifest-src 'self'; "
                + "frame-ancestors " + framedBy;
    }
}
