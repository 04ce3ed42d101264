package org.plumbline.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.documents.Harbour;
import org.plumbline.documents.Ingestions;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailPagesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FIRST = """
        From: Ines Abernal <ines@harbour.example>
        To: Mara Quill <mara@harbour.example>
        Subject: Berth <b>seven</b>
        Date: Fri, 02 May 2031 09:00:00 +0200
        Message-ID: <berth7@harbour.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        The dredging invoice is attached.
        --b
        Content-Type: text/plain; charset=utf-8; name=invoice.txt
        Content-Disposition: attachment; filename=invoice.txt

        Invoice 4417 for dredging.
        --b--
        """;

    private static final String ANSWER = """
        From: Mara Quill <mara@harbour.example>
        To: Ines Abernal <ines@harbour.example>
        Subject: Re: Berth <b>seven</b>
        Date: Sat, 03 May 2031 09:00:00 +0200
        Message-ID: <answer@harbour.example>
        In-Reply-To: <berth7@harbour.example>
        Content-Type: text/plain; charset=utf-8

        It was paid before.

        On Fri, 2 May 2031, Ines Abernal wrote:
        > The dredging invoice is attached.
        """;

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    private Member mara;
    private Member ines;
    private CaseFile harbour;
    private String home;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()));
        home = "/cases/" + harbour.id();
        Acting.as(
                acting(mara),
                () -> Harbour.ingest(
                        ingestions,
                        harbour.id(),
                        Map.of(
                                "ines/1.eml", FIRST.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "mara/2.eml", ANSWER.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        Acting.as(
                acting(mara),
                () -> Harbour.ingest(
                        ingestions,
                        harbour.id(),
                        Map.of(
                                "mara/1.eml",
                                ("Received: from a by b\n" + FIRST)
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    @Test
    void aPersonWithoutScriptsGoesFromTheListToAConversationAndToADocumentAndBack() {
        Browser browser = browser(mara);
        var list = browser.get(browser.get(home + "/documents")
                .page()
                .select("a:contains(Mail)")
                .attr("href"));

        assertThat(list.page().select("tbody tr").size()).isEqualTo(1);
        assertThat(list.page().select("tbody td").eachText().get(2)).isEqualTo("2");
        assertThat(list.page().select("tbody tr").text())
                .contains("Berth <b>seven</b>", "Ines Abernal", "Mara Quill", "2 May 2031 to 3 May 2031", "Attached");
        var thread = browser.get(list.page().select("tbody a").attr("href"));
        assertThat(thread.page().select("main h1").text()).isEqualTo("Berth <b>seven</b>");
        assertThat(thread.page().select(".doc-thread > li").eachAttr("data-depth"))
                .containsExactly("0", "1");
        var first = thread.page().select(".doc-thread > li").getFirst();
        assertThat(first.text()).contains("Also in", "1.eml", "invoice.txt");
        var answer = thread.page().select(".doc-thread > li").getLast();
        assertThat(answer.select("details pre").text()).contains("The dredging invoice is attached");
        assertThat(answer.select("details summary").text()).isEqualTo("2 lines quoted");
        assertThat(answer.select(".doc-mailtext > pre").text()).isEqualTo("It was paid before.");
        var document = browser.get(first.select("h2 a").attr("href"));
        assertThat(document.page().text()).contains("The same message", "Read in a conversation of 2 messages");
        assertThat(browser.get(document.page()
                                .select("a:contains(Read in a conversation)")
                                .attr("href"))
                        .page()
                        .select(".doc-thread > li")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void theListIsNarrowedByAddressAndSubjectAndSaysWhereNothingFits() {
        Browser browser = browser(mara);

        assertThat(browser.get(home + "/mail?address=INES%40harbour.example&subject=berth")
                        .page()
                        .select("tbody tr")
                        .size())
                .isEqualTo(1);
        var none = browser.get(home + "/mail?address=petra%40harbour.example");
        assertThat(none.page().text()).contains("No conversation fits");
        assertThat(none.page().select("input[name=address]").val()).isEqualTo("petra@harbour.example");
    }

    @Test
    void theApiGivesTheSameThreadsMessagesAndPlaces() {
        Browser api = api(mara);

        JsonNode line = json(api.get("/api/v1" + home + "/mail")).path("items").path(0);
        assertThat(line.path("messages").intValue()).isEqualTo(2);
        assertThat(line.path("attachments").booleanValue()).isTrue();
        String mail = line.path("mail").stringValue("");
        JsonNode thread = json(api.get("/api/v1" + home + "/mail/" + mail + "?limit=1"));
        assertThat(thread.path("total").intValue()).isEqualTo(2);
        assertThat(thread.at("/items/0/copies/0/path").stringValue("")).endsWith("1.eml");
        assertThat(thread.at("/items/0/attachments/0/name").stringValue("")).isEqualTo("invoice.txt");
        JsonNode rest = json(api.get("/api/v1" + home + "/mail/" + mail + "?after="
                + thread.path("next").stringValue("")));
        assertThat(rest.at("/items/0/mail/subject").stringValue("")).isEqualTo("Re: Berth <b>seven</b>");
        assertThat(rest.at("/items/0/depth").intValue()).isEqualTo(1);
    }

    @Test
    void familiesStayTogetherOnEveryPageAndInTheApi() {
        Browser api = api(mara);
        String path = "/api/v1" + home + "/documents/families?limit=2";
        var seen = new java.util.ArrayList<String>();
        JsonNode page = json(api.get(path));
        while (true) {
            page.path("items")
                    .forEach(i -> seen.add(i.path("depth").intValue() + " "
                            + i.path("reference").stringValue("") + " "
                            + i.path("state").stringValue("")));
            if (!page.path("next").isString()) {
                break;
            }
            page = json(api.get(path + "&after=" + page.path("next").stringValue("")));
        }

        assertThat(seen.stream().filter(line -> line.startsWith("1"))).hasSize(2);
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).startsWith("1")) {
                assertThat(seen.get(i).split(" ", -1)[1])
                        .isEqualTo(seen.get(i - 1).split(" ", -1)[1] + "-1");
            }
        }
        // The attachment came twice: read once, and there in both places.
        assertThat(seen)
                .hasSize(5)
                .filteredOn(line -> line.endsWith("duplicate"))
                .hasSize(1);
        var shown = browser(mara).get(home + "/documents?order=family").page();
        assertThat(shown.select("tbody .doc-depth").eachAttr("data-depth"))
                .containsExactlyElementsOf(
                        seen.stream().map(line -> line.substring(0, 1)).toList());
        assertThat(shown.select(".pl-seg a[aria-current]").text()).isEqualTo("By family");
    }

    @Test
    void theSameAttachmentInTwoMailsIsOneContentInTwoPlaces() {
        JsonNode thread = json(api(mara)
                .get("/api/v1" + home + "/mail/"
                        + json(api(mara).get("/api/v1" + home + "/mail"))
                                .at("/items/0/mail")
                                .stringValue("")));
        JsonNode items = json(api(mara).get("/api/v1" + home + "/documents"));

        assertThat(thread.at("/items/0/attachments/0/document").stringValue("")).isNotEmpty();
        assertThat(items.path("items")
                        .valueStream()
                        .map(i -> i.path("name").stringValue(""))
                        .filter("invoice.txt"::equals))
                .hasSize(1);
    }

    @Test
    void nothingOfItIsThereForAnotherMember() {
        String mail = json(api(mara).get("/api/v1" + home + "/mail"))
                .at("/items/0/mail")
                .stringValue("");

        for (String path : new String[] {"/mail", "/mail/" + mail}) {
            assertThat(api(ines).get("/api/v1" + home + path).status()).isEqualTo(404);
            assertThat(browser(ines).get(home + path).status()).isEqualTo(404);
        }
        String none = "/api/v1" + home + "/mail/00000000-0000-7000-8000-000000000000";
        assertThat(api(mara).get(none).status()).isEqualTo(404);
    }

    private static JsonNode json(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
