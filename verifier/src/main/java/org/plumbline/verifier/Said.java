package org.plumbline.verifier;

import java.io.PrintStream;
import java.util.regex.Pattern;
import org.plumbline.engine.evidence.packages.Handling;

/** What a check tells whoever runs it. */
record Said(PrintStream out) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    void holds(String step) {
        out.println("ok   " + step);
    }

    void note(String text) {
        out.println("     " + text);
    }

    void terms(Handling handling) {
        note("case " + plain(handling.caseNumber()) + " of " + plain(handling.organisationName()));
        note("to: " + plain(handling.recipient()));
        note("for: " + plain(handling.purpose()));
        if (!handling.conditions().isBlank()) {
            note("conditions: " + plain(handling.conditions()));
        }
        note("made by " + plain(handling.madeByName()) + " at " + handling.madeAt());
    }

    static String plain(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
