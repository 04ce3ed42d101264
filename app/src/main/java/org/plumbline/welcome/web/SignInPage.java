package org.plumbline.welcome.web;

import java.util.Optional;
import org.plumbline.site.Form;

/**
 * The ways to sign in.
 *
 * @param provider what people call the organisation's provider; absent where there is none
 */
public record SignInPage(Form form, Optional<String> provider) {}
