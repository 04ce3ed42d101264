package org.plumbline.watching;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogLinesTest {
    private static final String TYPED = "Ada Finch, 4 Quay Lane";

    @Test
    void ourOwnLineIsOneJsonObjectWithTheRequestAndTheJobItBelongsTo() {
        LoggingEvent event = bare("org.plumbline.jobs.JobRunner", "Job {} failed", "7");
        event.setMDCPropertyMap(Map.of(Traces.REQUEST, "00ff", Traces.JOB, "7", "of-a-library", TYPED));

        String line = new JsonLine().format(event);

        assertThat(line).endsWith("}\n").doesNotContain(TYPED);
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.required("message").asString()).isEqualTo("Job 7 failed");
        assertThat(json.required("request_id").asString()).isEqualTo("00ff");
        assertThat(json.required("job_id").asString()).isEqualTo("7");
        assertThat(json.required("level").asString()).isEqualTo("WARN");
        assertThat(json.required("time").asString()).endsWith("Z");
    }

    @Test
    void ofAnExceptionKindsAndPlacesAreWrittenAndNoMessage() {
        var failure = new IllegalStateException(TYPED, new SQLException("Key (name)=(" + TYPED + ")", "23505"));

        String json = new JsonLine().format(failed("org.plumbline.cases.Cases", "Not done", failure));
        String plain = new PlainLine().format(failed("org.plumbline.cases.Cases", "Not done", failure));

        assertThat(json)
                .contains("java.lang.IllegalStateException", "caused by java.sql.SQLException (23505)", "LogLinesTest")
                .doesNotContain("Finch");
        assertThat(plain)
                .contains("IllegalStateException", "    at org.plumbline")
                .doesNotContain("Finch");
        assertThat(Failure.kinds(failure)).isEqualTo("IllegalStateException by SQLException (23505)");
    }

    @Test
    void whatALibrarySaysIsLeftOutUnlessItIsKnown() {
        LoggingEvent parser = event("org.apache.tomcat.util.http.Parameters", "Invalid value of [{}]", TYPED);
        parser.addKeyValuePair(new KeyValuePair("value", TYPED));

        assertThat(new JsonLine().format(parser))
                .contains(Said.LEFT_OUT, "Parameters")
                .doesNotContain("Finch");
        assertThat(new PlainLine().format(parser)).contains(Said.LEFT_OUT).doesNotContain("Finch");
        assertThat(new JsonLine().format(event("com.zaxxer.hikari.pool.HikariPool", "app - closed")))
                .contains("app - closed");
    }

    @Test
    void aStartThatFailsSaysWhy() {
        var failure = new IllegalStateException("PostgreSQL did not start");

        String line = new PlainLine()
                .format(failed("org.springframework.boot.SpringApplication", "Application run failed", failure));

        assertThat(line).contains("Application run failed", "PostgreSQL did not start");
    }

    @Test
    void theConsoleIsSparedTheLinesOfSingleRequests() {
        assertThat(new PlainLine().format(event(Traces.ACCESS, "GET /cases 200")))
                .isEmpty();
    }

    private static LoggingEvent event(String logger, String message, Object... arguments) {
        LoggingEvent event = bare(logger, message, arguments);
        event.setMDCPropertyMap(Map.of());
        return event;
    }

    private static LoggingEvent bare(String logger, String message, Object... arguments) {
        var event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(Level.WARN);
        event.setInstant(Instant.EPOCH);
        event.setMessage(message);
        event.setArgumentArray(arguments);
        return event;
    }

    private static LoggingEvent failed(String logger, String message, Throwable failure) {
        LoggingEvent event = event(logger, message);
        event.setThrowableProxy(new ThrowableProxy(failure));
        return event;
    }
}
