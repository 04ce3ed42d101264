package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Installation;
import org.plumbline.welcome.ServerFile;

/** Enrols people as an administrator of the folder does, and signs them in: a session for pages and a token. */
final class SignedIn {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("plt_[\\w-]+");

    private final Installation installation;

    SignedIn(Installation installation) {
        this.installation = installation;
    }

    Actor enrolled(int organisation, String name, String role, Set<String> sees) {
        var cookies = new CookieManager();
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        try {
            String form = "organisation=" + Api.encoded(organisation(organisation)) + "&name=" + Api.encoded(name)
                    + "&role=" + role;
            String link = send(
                            http,
                            posted("/command/enrol", form)
                                    .header(
                                            "Plumbline-Command",
                                            ServerFile.read(installation.data()).secret()))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            String confirm = send(http, to(link));
            if (confirm.contains("action=\"" + link)) {
                send(http, posted(link, "_csrf=" + Api.encoded(found(CSRF, confirm, 1))));
            }
            String account = send(http, to("/account"));
            String csrf = found(CSRF, account, 1);
            String made = send(
                    http, posted("/account/tokens", "name=campaign&scope=write&days=30&_csrf=" + Api.encoded(csrf)));
            String token = found(TOKEN, made, 0);
            String id = new Api(installation.address(), token)
                    .get("/me")
                    .expect(200)
                    .text("id");
            String cookie = cookies.getCookieStore().getCookies().stream()
                    .map(HttpCookie::toString)
                    .collect(Collectors.joining("; "));
            return new Actor(name, organisation, id, token, cookie, csrf, sees);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be enrolled", e);
        }
    }

    /** The name of an organisation, in which its canary stands. */
    static String organisation(int number) {
        return Canaries.word("or", number) + " office";
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(installation.address() + path));
    }

    private HttpRequest.Builder posted(String path, String form) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private static String send(HttpClient http, HttpRequest.Builder request) throws IOException {
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
