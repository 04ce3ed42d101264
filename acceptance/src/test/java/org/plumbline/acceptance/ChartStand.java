package org.plumbline.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.plumbline.charts.web.ChartAddresses;
import org.plumbline.charts.web.ChartDetails;
import org.plumbline.charts.web.ChartPage;
import org.plumbline.charts.web.ChartWords;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand for the chart's page alone: the real template, scripts and styles, answers from memory, the strict policy.
 */
final class ChartStand implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final List<String> STYLES = List.of(
            "components/canvas",
            "components/details",
            "components/menus",
            "components/tables",
            "components/time",
            "pages/workspace",
            "state/workspace",
            "print/workspace");
    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "mjs", "text/javascript", "svg", "image/svg+xml");

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> saved = new CopyOnWriteArrayList<>();
    volatile int version = 1;
    volatile boolean exportFails;
    volatile List<Map<String, Object>> entities = ChartWorld.entities();
    volatile List<Map<String, Object>> links = ChartWorld.links();

    private final JsonMapper json = JsonMapper.shared();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final ChartWords words = new ChartWords(bundle());
    private final HttpServer server;

    ChartStand() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/chart/")) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        }
        switch (path) {
            case "/" ->
                send(exchange, 200, "text/html", page(exchange.getRequestURI().getQuery()));
            case "/base.css" -> file(exchange, "/chart/base.css");
            case "/chart.css" -> send(exchange, 200, "text/css", styles());
            case "/chart/data" -> json(exchange, 200, data());
            case "/chart/layout" -> save(exchange, body);
            case "/chart/copy" -> json(exchange, 201, Map.of("id", "copy", "href", "/?copy=true"));
            case "/chart/expand" -> json(exchange, 200, ChartWorld.more());
            case "/chart/neighbours" -> json(exchange, 200, neighbours());
            case "/chart/suggest" ->
                json(exchange, 200, List.of(ChartWorld.entity("n1", "Pelican Pilotage", "Company", "Company")));
            case "/chart/details" -> send(exchange, 200, "text/html", details());
            case "/chart/export" -> send(exchange, exportFails ? 503 : 204, JSON, "");
            default -> file(exchange, path.startsWith("/webjars/") ? WEBJARS + path.substring(9) : "/static" + path);
        }
    }

    private Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", "chart");
        data.put("version", version);
        data.put("title", "Harbour: who owns whom");
        data.put("nodes", entities);
        data.put("links", links);
        return data;
    }

    private static Map<String, Object> neighbours() {
        return Map.of(
                "total",
                5,
                "types",
                List.of(
                        Map.of("type", "contract", "label", "Contracts", "count", 3),
                        Map.of("type", "ownership", "label", "Ownership", "count", 2)));
    }

    private synchronized void save(HttpExchange exchange, String body) throws IOException {
        var wanted = exchange.getRequestHeaders().getFirst("If-Match");
        if (!("\"" + version + "\"").equals(wanted)) {
            json(exchange, 409, Map.of("version", version, "by", "Ines Holm", "at", "2031-05-04T07:41:00Z"));
            return;
        }
        version++;
        saved.add(body);
        json(exchange, 200, Map.of("version", version, "saved_at", "2031-05-04T07:42:00Z"));
    }

    private String page(String query) {
        var asked = query == null ? "" : query;
        var output = new StringOutput();
        templates.render("charts/chart.jte", Map.of("page", chartPage()), output);
        return """
            <!doctype html><html lang="en" dir="%s" data-bs-theme="%s"><head><meta charset="utf-8"><title>Chart</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/assets/charts/icons.svg">
            <link rel="stylesheet" href="/base.css"><link rel="stylesheet" href="/chart.css"><script type="module" nonce="n0nce" src="/assets/charts/chart.js"></script>
            </head><body><main>%s</main></body></html>
            """.formatted(asked.contains("rtl") ? "rtl" : "ltr", asked.contains("dark") ? "dark" : "light", output);
    }

    /** The module's styles, each in the layer of its folder, as the site's one stylesheet has them. */
    private static String styles() {
        return STYLES.stream()
                .map(file -> "@layer " + file.substring(0, file.indexOf('/')) + " {\n"
                        + text("/static/assets/charts/css/" + file + ".css") + "}\n")
                .collect(Collectors.joining());
    }

    private static String text(String resource) {
        try (var in = Objects.requireNonNull(ChartStand.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChartPage chartPage() {
        return new ChartPage(
                "chart",
                "Harbour: who owns whom",
                "2031-0007",
                "/cases/2031-0007",
                "Case 2031-0007",
                "Europe/Oslo",
                true,
                "X-CSRF-TOKEN",
                "token",
                addresses(),
                words,
                rows(),
                linkRows());
    }

    private static ChartAddresses addresses() {
        return new ChartAddresses(
                "/chart/data",
                "/chart/layout",
                "/chart/copy",
                "/chart/expand",
                "/chart/neighbours",
                "/chart/suggest",
                "/chart/details",
                "/chart/export",
                "/assets/charts/icons.svg",
                "/webjars/cytoscape/3.33.1/dist/cytoscape.esm.min.mjs",
                "/assets/charts/layout-worker.js",
                List.of(
                        "/webjars/cytoscape/3.33.1/dist/cytoscape.min.js",
                        "/webjars/layout-base/2.0.1/layout-base.js",
                        "/webjars/cose-base/2.2.0/cose-base.js",
                        "/webjars/cytoscape-fcose/2.2.0/cytoscape-fcose.js"));
    }

    private List<ChartPage.Entity> rows() {
        return entities.stream()
                .map(one -> new ChartPage.Entity(text(one, "caption"), text(one, "kind"), text(one, "href"), null))
                .toList();
    }

    private List<ChartPage.Link> linkRows() {
        var names = entities.stream().collect(Collectors.toMap(one -> text(one, "id"), one -> text(one, "caption")));
        return links.stream()
                .map(one -> new ChartPage.Link(
                        names.getOrDefault(text(one, "source"), ""),
                        text(one, "label"),
                        names.getOrDefault(text(one, "target"), ""),
                        "unknown",
                        "assessment".equals(one.get("kind"))
                                ? ChartPage.Knowledge.ASSESSMENT
                                : ChartPage.Knowledge.FACT,
                        text(one, "href"),
                        List.of(new ChartPage.Source("2031-14 p. 3", "/exhibits/2031-14"))))
                .toList();
    }

    private String details() {
        var source = List.of(new ChartPage.Source("2031-14 p. 3", "/exhibits/2031-14"));
        var statements = List.of(
                new ChartDetails.Statement(
                        "Registered",
                        "11 March 2024",
                        ChartPage.Knowledge.FACT,
                        null,
                        "Mara Quill, 4 May 2031",
                        source),
                new ChartDetails.Statement(
                        "Control",
                        "Probably run from Quay Nine",
                        ChartPage.Knowledge.ASSESSMENT,
                        "C 3",
                        "Tomas Ferrow, 4 May 2031",
                        source),
                new ChartDetails.Statement(
                        "Staff", "14", ChartPage.Knowledge.CONFLICT, null, "Mara Quill, 4 May 2031", source),
                new ChartDetails.Statement(
                        "Staff", "41", ChartPage.Knowledge.CONFLICT, null, "Mara Quill, 4 May 2031", source));
        var output = new StringOutput();
        templates.render(
                "charts/details.jte",
                Map.of(
                        "details",
                        new ChartDetails(
                                "Tern & Lark Cranes Ltd", "/entities/crane", "Company", null, words, statements)),
                output);
        return output.toString();
    }

    private static String text(Map<String, Object> one, String key) {
        return String.valueOf(one.get(key));
    }

    private static Map<String, String> bundle() {
        var texts = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(ChartStand.class.getResourceAsStream("/messages/charts.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
    }

    private void file(HttpExchange exchange, String resource) throws IOException {
        try (var in = ChartStand.class.getResourceAsStream(resource)) {
            var type = TYPES.getOrDefault(resource.substring(resource.lastIndexOf('.') + 1), "text/plain");
            if (in == null) {
                send(exchange, 404, "text/plain", "");
            } else {
                send(exchange, 200, type, in.readAllBytes());
            }
        }
    }

    private void json(HttpExchange exchange, int status, Object value) throws IOException {
        send(exchange, status, JSON, json.writeValueAsString(value));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + ";charset=utf-8");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
