package org.plumbline.watching;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.List;

/**
 * What of an event may be written down. Our own messages are written to hold nothing personal. What a library says may
 * quote what it was given, so it is left out, but for the few whose words are known and needed to run a server.
 */
final class Said {
    static final String LEFT_OUT = "(a library's message, left out because it may quote content)";

    private static final List<String> OURS = List.of("org.plumbline.", Traces.ACCESS);
    private static final List<String> KNOWN = List.of("org.flywaydb.", "com.zaxxer.hikari.");
    /** Before anybody is served there is no content: a start that fails says why. */
    private static final List<String> OF_THE_START =
            List.of("org.springframework.boot.SpringApplication", "org.springframework.boot.diagnostics.");

    private static final int DEEPEST_CAUSE = 8;

    private Said() {}

    static String message(ILoggingEvent event) {
        boolean may = isOurs(event) || isOf(KNOWN, event) || isOf(OF_THE_START, event);
        return may ? event.getFormattedMessage() : LEFT_OUT;
    }

    static boolean isOurs(ILoggingEvent event) {
        return isOf(OURS, event);
    }

    /** Kinds and places of the exception; its messages only where a start failed. Empty where there is none. */
    static String failure(ILoggingEvent event) {
        IThrowableProxy proxy = event.getThrowableProxy();
        if (proxy == null) {
            return "";
        }
        if (proxy instanceof ThrowableProxy real && !isOf(OF_THE_START, event)) {
            return Failure.places(real.getThrowable());
        }
        return words(proxy, isOf(OF_THE_START, event));
    }

    private static String words(IThrowableProxy first, boolean withMessages) {
        var text = new StringBuilder();
        IThrowableProxy each = first;
        for (int depth = 0; each != null && depth < DEEPEST_CAUSE; depth++) {
            text.append(depth == 0 ? "" : "caused by ")
                    .append(each.getClassName())
                    .append(withMessages ? ": " + each.getMessage() : "")
                    .append('\n');
            for (StackTraceElementProxy place : each.getStackTraceElementProxyArray()) {
                text.append("    ").append(place.getSTEAsString()).append('\n');
            }
            each = each.getCause();
        }
        return text.toString();
    }

    private static boolean isOf(List<String> loggers, ILoggingEvent event) {
        return loggers.stream().anyMatch(event.getLoggerName()::startsWith);
    }
}
