package org.plumbline.identity;

import org.plumbline.kernel.Input;

/** Why something is done to a member: always said, in at most 300 characters. */
final class Reason {
    private Reason() {}

    static String said(String reason) {
        var input = new Input();
        String why = input.text("reason", reason, 300);
        input.check();
        return why;
    }
}
