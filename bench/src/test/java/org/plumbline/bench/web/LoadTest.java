package org.plumbline.bench.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final byte[] BODY = "tide tables".repeat(100).getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger asked = new AtomicInteger();
    private final ReentrantLock stall = new ReentrantLock();
    private HttpServer server;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        port = server.getAddress().getPort();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void answersAreReadToTheirLastByteWhetherCountedOrInChunks() throws IOException {
        try (var wire = new Wire(port)) {
            assertThat(wire.ask(Wire.request("/counted", "")).body()).isEqualTo(ByteBuffer.wrap(BODY));
            assertThat(wire.ask(Wire.request("/chunked", "")).body()).isEqualTo(ByteBuffer.wrap(BODY));
            assertThat(wire.ask(Wire.request("/absent", "")).status()).isEqualTo(404);
        }
    }

    @Test
    void everyDueRequestIsAskedAndAStallCountsForThoseThatWaitedBehindIt() {
        // The server answers nothing for the first half second; requests fall due all the while.
        double p99 = new Load(port, List.of(Wire.request("/stalled", "")), 200).p99(100, Duration.ofSeconds(1));

        assertThat(asked).hasValue(100);
        assertThat(p99).isBetween(400.0, 5_000.0);
    }

    @Test
    void answerOfAnotherStatusEndsTheMeasurement() {
        var load = new Load(port, List.of(Wire.request("/absent", "")), 200);

        assertThatThrownBy(() -> load.rate(2, Duration.ofSeconds(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("404 instead of 200");
    }

    @Test
    void percentileIsAValueThatWasMeasured() {
        assertThat(Load.percentile(new long[] {5, 1, 4, 2, 3}, 0.99)).isEqualTo(5);
        assertThat(Load.percentile(new long[] {5, 1, 4, 2, 3}, 0.5)).isEqualTo(3);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/stalled" -> {
                    stalled();
                    send(exchange, BODY.length);
                }
                case "/counted" -> send(exchange, BODY.length);
                case "/chunked" -> send(exchange, 0);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void stalled() {
        stall.lock();
        try {
            if (asked.getAndIncrement() == 0) {
                long end = System.nanoTime() + 500_000_000;
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
            }
        } finally {
            stall.unlock();
        }
    }

    private static void send(HttpExchange exchange, long length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(BODY);
    }
}
