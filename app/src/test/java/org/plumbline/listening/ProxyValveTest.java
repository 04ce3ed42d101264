package org.plumbline.listening;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.settings.Network;

/** What a web server takes a request's sender for, whose requests come from 127.0.0.1. */
class ProxyValveTest {
    @TempDir
    Path folder;

    private final Tomcat server = new Tomcat();

    @AfterEach
    void end() throws LifecycleException {
        server.stop();
        server.destroy();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | none | 127.0.0.1 http",
                "203.0.113.9 | https | 203.0.113.9 https secure",
                "203.0.113.9 | http | 203.0.113.9 http",
                // What the sender wrote itself stands before what the proxy heard.
                "198.51.100.1, 203.0.113.9 | https | 203.0.113.9 https secure",
                // A chain of proxies that are all known: the first that is none.
                "198.51.100.1, 203.0.113.9, 10.1.2.3 | https | 203.0.113.9 https secure",
                "2001:db8::7 | https | 2001:db8:0:0:0:0:0:7 https secure",
                "me; drop, 10.1.2.3 | https | 10.1.2.3 https secure",
                "somebody.example | http | 127.0.0.1 http",
            })
    void behindAKnownProxyItsWordCounts(String heard, String scheme, String taken) throws Exception {
        start(List.of(Network.parse("127.0.0.0/8"), Network.parse("10.0.0.0/8")));

        assertThat(ask(heard, scheme)).isEqualTo(taken);
    }

    @Test
    void nobodyElsesWordDoes() throws Exception {
        start(List.of(Network.parse("10.0.0.0/8")));

        assertThat(ask("203.0.113.9", "https")).isEqualTo("127.0.0.1 http");
    }

    private void start(List<Network> proxies) throws LifecycleException {
        server.setBaseDir(folder.toString());
        server.setPort(0);
        server.getConnector().setProperty("address", "127.0.0.1");
        server.getEngine().getPipeline().addValve(new ProxyValve(proxies));
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/*", "echo");
        server.start();
    }

    private String ask(String heard, String scheme) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getConnector().getLocalPort() + "/"));
        if (heard != null) {
            request.header("X-Forwarded-For", heard);
        }
        if (scheme != null) {
            request.header("X-Forwarded-Proto", scheme);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** Answers with whom it takes the sender for. */
    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(request.getRemoteAddr() + " " + request.getScheme() + (request.isSecure() ? " secure" : ""));
        }
    }
}
