package org.plumbline.welcome.web;

import org.plumbline.identity.ways.Passwords;
import org.plumbline.site.Form;

/**
 * Setting up a password with a code app.
 *
 * @param picture the offered secret as a picture for an app
 */
public record PasswordPage(Passwords.Offer offer, Picture picture, Form form) {
    /**
     * A QR code (ISO/IEC 18004) of squares.
     *
     * @param side width and height in squares
     * @param path the dark ones, as an SVG path
     */
    public record Picture(int side, String path) {}
}
