package org.plumbline.watching;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * A port of its own, on this machine alone, that answers {@code GET /metrics} with figures as Prometheus reads them,
 * and nothing else.
 */
final class MetricsDoor {
    private static final String PATH = "/metrics";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Connector connector;
    private final PrometheusMeterRegistry registry;

    MetricsDoor(int port, PrometheusMeterRegistry registry) {
        this.registry = registry;
        connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(port);
    }

    Connector connector() {
        return connector;
    }

    /** Where it is, once the server runs; absent before. */
    OptionalInt port() {
        int port = connector.getLocalPort();
        return port > 0 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    ValveBase guard() {
        return new Guard();
    }

    /** What comes by this port gets no further than here; what comes by another passes. */
    private final class Guard extends ValveBase {
        Guard() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (!connector.equals(request.getConnector())) {
                getNext().invoke(request, response);
                return;
            }
            request.setAttribute(Traces.ROUTE, PATH);
            if (!"GET".equals(request.getMethod()) || !PATH.equals(request.getRequestURI())) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(TEXT);
            response.getOutputStream().write(registry.scrape().getBytes(StandardCharsets.UTF_8));
        }
    }
}
