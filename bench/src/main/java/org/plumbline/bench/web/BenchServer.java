package org.plumbline.bench.web;

import org.plumbline.Plumbline;

/**
 * The application as it is, plus {@link StaticPage}: the scan for components starts at {@code org.plumbline} and finds
 * it on this class path only.
 */
public final class BenchServer {
    private BenchServer() {}

    /** Runs the command as the application does. */
    public static void main(String[] arguments) {
        Plumbline.main(arguments);
    }
}
