package org.plumbline.bench.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several browsers of one person, each with its own session, as cookie headers. */
record Readers(List<String> cookies) {
    Readers {
        cookies = List.copyOf(cookies);
    }

    /** Follows the sign-in link as often as sessions are wanted. */
    static Readers signIn(int port, String link, int sessions) throws IOException, InterruptedException {
        var cookies = new ArrayList<String>();
        for (int i = 0; i < sessions; i++) {
            var jar = new CookieManager();
            try (var http = HttpClient.newBuilder()
                    .cookieHandler(jar)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()) {
                var home = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + link))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (home.statusCode() != 200) {
                    throw new IllegalStateException(
                            "Signing in ended at " + home.uri().getPath() + " with " + home.statusCode());
                }
                enter(http, "http://localhost:" + port);
            }
            cookies.add(jar.getCookieStore().getCookies().stream()
                    .map(HttpCookie::toString)
                    .collect(Collectors.joining("; ")));
        }
        return new Readers(cookies);
    }

    /** Says the purpose of the first case listed, so that its pages are shown from then on. */
    private static void enter(HttpClient http, String origin) throws IOException, InterruptedException {
        String cases = get(http, origin + "/cases");
        String asking = get(http, origin + first(cases, "href=\"(/cases/[0-9a-f-]{36})\""));
        String form = "_csrf=" + first(asking, "name=\"_csrf\" value=\"([^\"]*)\"") + "&authority="
                + first(asking, "name=\"authority\" value=\"([^\"]*)\"");
        http.send(
                HttpRequest.newBuilder(URI.create(origin + first(asking, "action=\"(/cases/[0-9a-f-]{36}/purpose)\"")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static String get(HttpClient http, String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String first(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + pattern + " on the page"))
                .group(1);
    }

    /** The request for a page, once for each reader. */
    List<byte[]> requests(String path) {
        return cookies.stream().map(cookie -> Wire.request(path, cookie)).toList();
    }

    /** The requests for several pages, so that neighbours in the list ask for different pages. */
    List<byte[]> requests(List<String> paths) {
        return cookies.stream()
                .flatMap(cookie -> paths.stream().map(path -> Wire.request(path, cookie)))
                .toList();
    }
}
