package org.plumbline.welcome.web;

import org.plumbline.identity.ways.Passwords;
import org.plumbline.site.Form;
import org.plumbline.site.web.QrCode;

/**
 * Setting up a password with a code app.
 *
 * @param picture the offered secret as a picture for an app
 */
public record PasswordPage(Passwords.Offer offer, QrCode picture, Form form) {}
