package org.plumbline.acceptance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs one person in by a link, as a browser does, and makes a token on the page of their account. */
public final class Door {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("plt_[\\w-]+");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param address of the server, without a slash at its end */
    public Door(String address) {
        this.address = address;
    }

    /**
     * Somebody signed in.
     *
     * @param token may write
     * @param cookie of the session, as a browser sends it
     * @param csrf what every form of the session states
     */
    public record Entered(String token, String cookie, String csrf) {}

    /** Signs in by this path, as a sign-in link states it. */
    public Entered enter(String link) throws IOException {
        String confirm = send(to(link));
        if (confirm.contains("action=\"" + link)) {
            send(posted(link, "_csrf=" + Api.encoded(found(CSRF, confirm, 1))));
        }
        String csrf = found(CSRF, send(to("/account")), 1);
        String form = "name=campaign&scope=write&days=30&_csrf=" + Api.encoded(csrf);
        String token = found(TOKEN, send(posted("/account/tokens", form)), 0);
        String cookie = cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        return new Entered(token, cookie, csrf);
    }

    /** Sends a form with one further header, and answers what came back. */
    public String post(String path, String form, String header, String value) throws IOException {
        return send(posted(path, form).header(header, value));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpRequest.Builder posted(String path, String form) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String found(Pattern pattern, String text, int group) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("No " + pattern + " in an answer of " + text.length() + " characters");
        }
        return matcher.group(group);
    }
}
