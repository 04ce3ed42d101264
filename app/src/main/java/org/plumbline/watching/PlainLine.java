package org.plumbline.watching;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** A line of the console, to be read by whoever started the server; the lines of single requests are in the file. */
public final class PlainLine implements StructuredLogFormatter<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSxxx").withZone(ZoneId.systemDefault());

    /** Made by the logging system, by name. */
    public PlainLine() {}

    @Override
    public String format(ILoggingEvent event) {
        if (event.getLoggerName().equals(Traces.ACCESS)) {
            return "";
        }
        String failure = Said.failure(event);
        String request = event.getMDCPropertyMap().getOrDefault(Traces.REQUEST, "");
        String job = event.getMDCPropertyMap().getOrDefault(Traces.JOB, "");
        return TIME.format(event.getInstant()) + " " + event.getLevel() + " " + shortened(event.getLoggerName()) + ": "
                + Said.message(event)
                + (request.isEmpty() ? "" : " [request " + request + "]")
                + (job.isEmpty() ? "" : " [job " + job + "]")
                + "\n" + failure;
    }

    private static String shortened(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
