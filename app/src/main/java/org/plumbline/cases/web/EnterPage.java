package org.plumbline.cases.web;

import org.plumbline.cases.Purposes;
import org.plumbline.site.Form;

/**
 * Asks for the purpose before a case is shown.
 *
 * @param to the page of the case that was asked for
 * @param compartment the compartment worked in until now; empty at case level
 */
public record EnterPage(Purposes.Offer offer, String to, String compartment, Form form) {}
