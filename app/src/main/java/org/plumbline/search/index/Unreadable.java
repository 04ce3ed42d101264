package org.plumbline.search.index;

import java.util.Map;

/** Leaves the reading of a query at its first fault; the door turns it into a {@link Problem}. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Unreadable(String code, int at) {
        this(code, at, Map.of());
    }

    Unreadable(String code, int at, Map<String, String> arguments) {
        super(code, null, false, false);
        this.problem = new Problem(code, at, arguments);
    }

    Problem problem() {
        return problem;
    }
}
