package org.plumbline.watching;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** A line of the log file: one JSON object (docs/design/watching.md). */
public final class JsonLine implements StructuredLogFormatter<ILoggingEvent> {
    private final JsonWriter<ILoggingEvent> writer = JsonWriter.<ILoggingEvent>of(line -> {
                line.add("time", event -> event.getInstant().toString());
                line.add("level", event -> event.getLevel().toString());
                line.add("logger", ILoggingEvent::getLoggerName);
                line.add("message", Said::message);
                line.from(JsonLine::fields).usingPairs(Map::forEach);
                line.add("error", Said::failure).whenHasLength();
            })
            .withNewLineAtEnd();

    /** Made by the logging system, by name. */
    public JsonLine() {}

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }

    /** Of what surrounds an event only what is known: a library may put there what it likes. */
    private static Map<String, Object> fields(ILoggingEvent event) {
        var fields = new TreeMap<String, Object>();
        for (String name : new String[] {Traces.REQUEST, Traces.JOB}) {
            String value = event.getMDCPropertyMap().get(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        if (Said.isOurs(event) && event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                fields.put(pair.key, pair.value);
            }
        }
        return fields;
    }
}
