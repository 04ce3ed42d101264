package org.plumbline.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.plumbline.watching.Failure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = SiteServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "plumbline.gallery=true"})
class SiteHttpTest {
    private static final int FIRST_PAINT = 150_000;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Value("${local.server.port}")
    private int port;

    @Test
    void eachKindOfRefusalHasItsStatusOnPagesAndInTheApi() throws Exception {
        var statuses = Map.of(
                "ABSENT", 404, "FORBIDDEN", 403, "INVALID", 422, "CONFLICT", 409, "TOO_LARGE", 413, "UNAVAILABLE", 503);
        for (var expected : statuses.entrySet()) {
            assertThat(get("/refuse/" + expected.getKey()).statusCode()).isEqualTo(expected.getValue());
            assertThat(get("/api/v1/refuse/" + expected.getKey()).statusCode()).isEqualTo(expected.getValue());
        }
    }

    @Test
    void refusalPageSaysWhatWhyAndWhatNextAndEscapesIt() throws Exception {
        var answer = get("/refuse/CONFLICT");
        Document page = Jsoup.parse(answer.body());

        assertThat(page.select("h1").text()).isEqualTo("Someone was faster");
        assertThat(page.select("main .pl-lede").text())
                .isEqualTo("Exhibit 2031-14 <b> is sealed; record a transfer before opening it.");
        assertThat(page.select(".pl-defs dd").eachText())
                .contains(
                        "test-sealed",
                        answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(page.select("main .btn-primary")).hasSize(1);
        assertThat(page.select("footer").text()).contains("This refusal is on the record: entry 481 207");
    }

    @Test
    void unknownAddressAnswersExactlyLikeAnAbsentRecord() throws Exception {
        assertThat(withoutRequest(get("/absent"))).isEqualTo(withoutRequest(get("/nowhere/at/all")));
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void apiAnswersWithProblemDetails() throws Exception {
        var answer = get("/api/v1/refuse/FORBIDDEN");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"test-sealed\"", "\"status\":403", "urn:plumbline:refusal:test-sealed");
        assertThat(answer.body()).contains("\"detail\":\"Exhibit 2031-14 <b> is sealed");
    }

    @Test
    void apiNamesEachWrongField() throws Exception {
        String token = csrf(Jsoup.parse(get("/_gallery").body()));

        var answer = send(request("/api/v1/form").header("X-CSRF-TOKEN", token).POST(noBody()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"errors\":[{")
                .contains("\"field\":\"title\"", "\"code\":\"test-title-missing\"", "Give the case a title.");
    }

    @Test
    void postWithoutTokenIsRefusedInTheSameLook() throws Exception {
        var answer = send(request("/form").POST(noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("This form is outdated");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void bugShowsARequestIdAndNothingElse() throws Exception {
        for (String path : new String[] {"/bug", "/api/v1/bug", "/broken-template"}) {
            var answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.body())
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                    .doesNotContain("Ada Example", "Exception", "org.plumbline");
        }
    }

    @Test
    void anAnswerThatFailsLateLeavesNothingOfItselfInTheErrorsHeaders() throws Exception {
        for (String path : new String[] {"/late-bug", "/api/v1/late-bug"}) {
            var answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.body().strip()).as(path).endsWith(path.startsWith("/api") ? "}" : "</html>");
            assertThat(answer.headers().map()).doesNotContainKeys("etag", "content-disposition");
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    @Test
    void theLogOfABugHoldsPlacesButNoMessages() {
        String logged = Failure.places(
                new IllegalStateException("Ada Example", new IllegalArgumentException("born 1 May 1971")));

        assertThat(logged)
                .contains("java.lang.IllegalStateException", "caused by java.lang.IllegalArgumentException", "    at ")
                .doesNotContain("Ada Example", "1971");
    }

    @Test
    void wrongMethodFormatOrParameterIsAnsweredInTheSameLook() throws Exception {
        String token = csrf(Jsoup.parse(get("/_gallery").body()));
        var wrongMethod = send(request("/absent").header("X-CSRF-TOKEN", token).POST(noBody()));

        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).isPresent();
        assertThat(Jsoup.parse(wrongMethod.body()).select("nav[aria-label=Main]"))
                .hasSize(1);
        assertThat(get("/number").statusCode()).isEqualTo(400);
        assertThat(get("/number?n=seven").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/number?n=1&id=not-a-uuid").body()).contains("\"code\":\"request-malformed\"");
    }

    @Test
    void fragmentRefusalIsSaidOnTopOfThePageThatAsked() throws Exception {
        var answer = send(request("/refuse/CONFLICT").header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("[data-alerts]");
        assertThat(answer.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
        assertThat(answer.body()).doesNotContain("<html").contains("role=\"alert\"");
    }

    @Test
    void everyAnswerIsStrictAndNotKept() throws Exception {
        for (String path : new String[] {"/_gallery", "/absent", "/api/v1/refuse/ABSENT", "/broken-template"}) {
            var headers = get(path).headers();

            assertThat(headers.firstValue("Cache-Control")).as(path).hasValue("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "'strict-dynamic'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void onlyAPageThatAsksForItMayBeFramedByOurs() throws Exception {
        assertThat(get("/frameable")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("frame-ancestors 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void nonceIsFreshAndOnEveryScript() throws Exception {
        Document one = Jsoup.parse(get("/_gallery").body());
        Document two = Jsoup.parse(get("/_gallery").body());

        String nonce = one.select("script").attr("nonce");
        assertThat(nonce).hasSize(24);
        assertThat(one.select("script").eachAttr("nonce"))
                .hasSize(one.select("script").size())
                .containsOnly(nonce);
        assertThat(two.select("script").attr("nonce")).isNotEqualTo(nonce);
    }

    @Test
    void assetsAreKeptForEverUnderTheirPrintAndGoneUnderAnother() throws Exception {
        String href = Jsoup.parse(get("/_gallery").body())
                .select("link[rel=stylesheet]")
                .attr("href");
        var answer = get(href);

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(answer.body()).startsWith("@layer tabler, tokens, base").contains("@layer print");
        assertThat(get(href.replaceAll("\\.[0-9a-f]{12}\\.", ".000000000000.")).statusCode())
                .isEqualTo(404);
        assertThat(get("/assets/site/../../application.properties").statusCode())
                .isIn(400, 404);
        assertThat(get("/assets/site/icons.svg").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @Test
    void firstPaintStaysWithinItsBudget() throws Exception {
        Document page = Jsoup.parse(get("/_gallery").body());
        int total = page.outerHtml().length();
        for (Element file : page.select("link[href], script[src]")) {
            total += bytes(file.hasAttr("href") ? file.attr("href") : file.attr("src")).length;
        }
        total += bytes(page.select("use").attr("href").replaceAll("#.*", "")).length;

        assertThat(total).isLessThan(FIRST_PAINT);
    }

    @Test
    void pageIsReadByRoleAndLabel() throws Exception {
        Document page = Jsoup.parse(get("/_gallery").body());

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("nav[aria-label=Main] a[aria-current=page]").text())
                .isEqualTo("Gallery");
        assertThat(page.select("nav[aria-label=Main]").text()).contains("Admin").doesNotContain("Oversight");
        for (Element input : page.select("form[method=post] :is(input, select, textarea):not([type=hidden])")) {
            boolean labelled = input.closest("label") != null
                    || !page.select("label[for=" + input.id() + "]").isEmpty();
            assertThat(labelled).as(input.outerHtml()).isTrue();
        }
        assertThat(page.select("table").select("caption"))
                .hasSize(page.select("table").size());
        assertThat(page.select("form[method=post]:not(:has(input[name=_csrf][value]))"))
                .isEmpty();
    }

    @Test
    void errorsStandOnTopAndBesideTheirFieldAndTypedTextIsKept() throws Exception {
        Document page = Jsoup.parse(get("/_gallery").body());

        assertThat(page.select("[role=alert] h2").text())
                .isEqualTo("The transfer was not recorded: 2 things to correct");
        Element seal = page.expectFirst("#f-seal");
        assertThat(page.select("[role=alert] a[href=#f-seal]")).hasSize(1);
        assertThat(seal.attr("value")).isEqualTo("SB-448093");
        assertThat(seal.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#f-seal-error").text()).contains("the exhibit now carries SB-448120");
        assertThat(seal.attr("aria-describedby")).isEqualTo("f-seal-hint f-seal-error");
    }

    @Test
    void idsAreUnique() throws Exception {
        assertThat(Jsoup.parse(get("/_gallery").body()).select("[id]").eachAttr("id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void pseudoLanguageIsChosenByParameterAndKept() throws Exception {
        Document chosen = Jsoup.parse(get("/_gallery?locale=ar-XB").body());
        Document later = Jsoup.parse(get("/_gallery").body());
        Document stranger = Jsoup.parse(HttpClient.newHttpClient()
                .send(
                        request("/_gallery").header("Accept-Language", "en-XA").build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());

        assertThat(chosen.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(later.select("html").attr("lang")).isEqualTo("ar-XB");
        assertThat(stranger.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void stretchedPageHasNoWordOutsideTheBundles() throws Exception {
        Document page = Jsoup.parse(get("/_gallery?locale=en-XA").body());

        assertThat(page.select("h1, h2, label, th[scope=col], .btn:not([value])")
                        .eachText())
                .allMatch(text -> text.isEmpty() || text.contains("["));
    }

    @Test
    void beforeSignInThereIsNoRail() throws Exception {
        Document page =
                Jsoup.parse(send(request("/absent").header("Stranger", "yes")).body());

        assertThat(page.select("nav[aria-label=Main]")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("Nothing here");
        assertThat(page.select("header").text()).isEqualTo("Harbour Authority Inspectorate");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        var answer = browser.send(
                request(path).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        if (answer.headers().firstValue("Content-Encoding").isPresent()) {
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .isNotEmpty();
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpRequest.BodyPublisher noBody() {
        return HttpRequest.BodyPublishers.noBody();
    }

    private static String csrf(Document page) {
        return page.select("meta[name=csrf]").attr("content");
    }

    private static String withoutRequest(HttpResponse<String> answer) {
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        return new String(answer.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace(id, "")
                .replaceAll("<time.*?</time>", "")
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("(content|value)=\"[A-Za-z0-9_-]{60,}\"", "");
    }
}
