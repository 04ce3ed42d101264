package org.plumbline.welcome.web;

import org.plumbline.identity.ways.WaysIn;
import org.plumbline.site.Form;

/** Asks a signed-in person to prove again who they are, by what they have set up. */
public record ProofPage(WaysIn.Listed ways, Form form) {}
