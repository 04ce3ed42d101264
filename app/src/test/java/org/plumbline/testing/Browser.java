package org.plumbline.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A plain browser without JavaScript: keeps cookies, follows redirects, fills in forms as they stand on the page. */
public final class Browser {
    private final String origin;
    private final Optional<String> token;
    private final HttpClient http;
    private final CookieManager cookies = new CookieManager();

    public Browser(String origin) {
        this(origin, Optional.empty());
    }

    private Browser(String origin, Optional<String> token) {
        this.origin = origin;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A client of the API with this token and no cookies. */
    public Browser withToken(String secret) {
        return new Browser(origin, Optional.of(secret));
    }

    /** An answer, with its page where it is one. */
    public record Answer(int status, String body, Map<String, String> headers, String path) {
        public Document page() {
            return Jsoup.parse(body);
        }

        /** The header's first value; empty when absent. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    /** The value of a cookie; empty when there is none of this name. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Gets a page; where a case asks for the purpose first, says the one offered first, as a person would. */
    public Answer get(String path) {
        Answer answer = ask(path);
        return answer.path().matches("/cases/[0-9a-f-]{36}/purpose") && !path.contains("/purpose")
                ? submit(answer, "/purpose", Map.of())
                : answer;
    }

    /** Gets a page and says no purpose where a case asks for it. */
    public Answer ask(String path) {
        return send(request(path).GET().build());
    }

    /** A file as it was sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Bytes(int status, byte[] content) {}

    public Bytes bytes(String path, String... headers) {
        var request = request(path).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Bytes(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a method with a JSON body. */
    public Answer json(String method, String path, String body, String... headers) {
        return send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Posts the page's form whose action ends so, with its hidden and preset values and these on top. */
    public Answer submit(Answer page, String actionEnd, Map<String, String> values) {
        Element form = page.page().select("form[method=post]").stream()
                .filter(f -> f.attr("action").endsWith(actionEnd))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No form to \"" + actionEnd + "\" on " + page.path()
                        + "; it has "
                        + page.page().select("form").stream()
                                .map(f -> f.attr("action"))
                                .toList()));
        Map<String, String> fields = preset(form);
        fields.putAll(values);
        return post(form.attr("action"), fields);
    }

    /** Posts fields as a form would. */
    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** A file of a form. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; written to requests only
    public record Upload(String field, String name, byte[] content) {
        public static Upload of(String field, String name, String content) {
            return new Upload(field, name, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Posts the page's form whose action ends so with files, as a browser sends a form of type multipart. */
    public Answer upload(Answer page, String actionEnd, Map<String, String> values, Upload... files) {
        Element form = page.page().select("form[enctype=multipart/form-data]").stream()
                .filter(f -> f.attr("action").endsWith(actionEnd))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No file form to \"" + actionEnd + "\" on " + page.path()));
        Map<String, String> fields = preset(form);
        fields.putAll(values);
        String boundary = "plumbline-" + java.util.UUID.randomUUID();
        return send(request(form.attr("action"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary, fields, files)))
                .build());
    }

    /** Sends bytes as they are. */
    public Answer bytes(String method, String path, byte[] content, String... headers) {
        return send(method, path, "application/octet-stream", content, headers);
    }

    /** Sends a method with a body of this type. */
    public Answer send(String method, String path, String type, byte[] content, String... headers) {
        var request = request(path).header("Content-Type", type);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.method(method, HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    /** Gets with headers, such as a range. */
    public Answer get(String path, String... headers) {
        var request = request(path).GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static byte[] multipart(String boundary, Map<String, String> fields, Upload... files) {
        var body = new java.io.ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (Upload file : files) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                            + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static Map<String, String> preset(Element form) {
        var fields = new HashMap<String, String>();
        form.select("input[name]").stream()
                .filter(i -> !i.attr("type").matches("checkbox|radio|file|submit") || i.hasAttr("checked"))
                .forEach(i -> fields.put(i.attr("name"), i.attr("value")));
        form.select("input[type=radio][checked]").forEach(i -> fields.put(i.attr("name"), i.attr("value")));
        form.select("textarea[name]").forEach(t -> fields.put(t.attr("name"), t.wholeText()));
        form.select("select[name]").forEach(s -> {
            Element chosen = s.selectFirst("option[selected]");
            Element option = chosen == null ? s.selectFirst("option") : chosen;
            if (option != null) {
                fields.put(s.attr("name"), option.hasAttr("value") ? option.attr("value") : option.text());
            }
        });
        return fields;
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(origin + path));
        token.ifPresent(t -> builder.header("Authorization", "Bearer " + t));
        return builder;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            var headers = new HashMap<String, String>();
            response.headers().map().forEach((name, all) -> headers.put(name, all.getFirst()));
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    headers,
                    response.uri().getPath());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
