package org.plumbline.listening;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Where the site itself speaks TLS, commands of this machine would have to believe its certificate: they come in here
 * instead, on 127.0.0.1 and a port of its own, for what commands ask and the API alone.
 */
public final class CommandDoor {
    private final Connector connector;

    CommandDoor() {
        connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(0);
    }

    Connector connector() {
        return connector;
    }

    ValveBase guard() {
        return new Guard(connector);
    }

    /** Where it is, once the server runs; absent before. */
    public OptionalInt port() {
        int port = connector.getLocalPort();
        return port > 0 ? OptionalInt.of(port) : OptionalInt.empty();
    }

    /** Lets nothing else through this door. */
    private static final class Guard extends ValveBase {
        private final Connector door;

        Guard(Connector door) {
            super(true);
            this.door = door;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            String path = request.getRequestURI();
            boolean asked = path.startsWith("/command/") || path.startsWith("/api/") || path.equals("/healthz");
            if (door.equals(request.getConnector()) && !asked) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            getNext().invoke(request, response);
        }
    }
}
