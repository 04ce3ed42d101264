package org.plumbline.command;

import java.io.PrintStream;

/** Progress: one line that is written over on a terminal, plain lines elsewhere, never the same twice. */
final class ProgressLine {
    private static final long PLAIN_EVERY_NANOS = 2_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private String shown = "";
    private long at;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void say(String line) {
        if (line.equals(shown)) {
            return;
        }
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            out.flush();
            shown = line;
        } else if (at == 0 || System.nanoTime() - at > PLAIN_EVERY_NANOS) {
            out.println(line);
            at = System.nanoTime();
            shown = line;
        }
    }

    /** Leaves the line, so that what follows begins a new one. */
    void end() {
        if (terminal && !shown.isEmpty()) {
            out.println();
        }
        shown = "";
    }
}
