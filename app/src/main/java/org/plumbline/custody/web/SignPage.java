package org.plumbline.custody.web;

import java.nio.charset.StandardCharsets;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.acts.Custodies;
import org.plumbline.site.Form;

/** An act that waits for the reader's signature. */
public record SignPage(CaseHeader header, Custodies.Prepared prepared, Form form) {
    /** The exhibit's page. */
    public String exhibit() {
        return header.href() + "/exhibits/" + prepared.draft().act().exhibit();
    }

    public String href() {
        return exhibit() + "/acts/" + prepared.draft().id();
    }

    public ActLine line() {
        return ActLine.of(prepared.draft().act());
    }

    /** Whether the reader is the witness of it. */
    public boolean witness() {
        return prepared.draft().first().isPresent();
    }

    /** What is signed. */
    public String canonical() {
        return new String(prepared.draft().act().canonical(), StandardCharsets.UTF_8);
    }

    public String digest() {
        return prepared.draft().act().digest().hex();
    }
}
