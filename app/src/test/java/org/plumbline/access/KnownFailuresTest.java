package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.EveryWrite;
import org.plumbline.testing.Writes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ways in which platforms like this one were broken, each with the class of weakness and where it is known from. */
class KnownFailuresTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OURS = List.of(
            "/journal", "{'heading': 'Call', 'body': 'Asked'}",
            "/sources", "{'kind': 'article', 'title': 'Quay news'}");

    private Member mara;
    private Member nuno;
    private Browser api;
    private Browser foreign;
    private String mine;
    private String theirs;

    @BeforeEach
    void twoOrganisations() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR, Role.ADMINISTRATOR);
        nuno = member(organisation(), "Nuno Salt", Role.INVESTIGATOR);
        api = api(mara);
        foreign = api(nuno);
        mine = opened(api, mara);
        theirs = opened(foreign, nuno);
    }

    /** CWE-287, CVE-2026-27960 (OpenCTI): whoever says to be somebody is taken for that person. */
    @Test
    void namingAMemberInAHeaderSignsNobodyIn() {
        String id = nuno.id().value().toString();
        for (String header : List.of("X-User", "X-Remote-User", "X-Forwarded-User", "OpenCTI-User", "Applicant-Id")) {
            assertThat(browser().get("/api/v1/cases/" + theirs, header, id).status())
                    .isEqualTo(401);
            assertThat(api.get("/api/v1/cases/" + theirs, header, id).status()).isEqualTo(404);
        }
        assertThat(browser().get("/api/v1/me", "Authorization", "Bearer " + id).status())
                .isEqualTo(401);
    }

    /** CWE-284, CVE-2026-44730 (OpenCTI): an administrator draws another organisation's person into the own one. */
    @Test
    void anotherOrganisationsMemberCannotBeDrawnIn() {
        String body = "{'member': '%s', 'standing': 'lead', 'assignee': '%s', 'reason': 'Help', 'title': 'Ask',"
                + " 'due': '2099-01-01'}";
        for (String way : List.of("/team", "/tasks")) {
            same(
                    "/api/v1/cases/" + mine + way,
                    body.replace("%s", nuno.id().toString()),
                    body.replace("%s", unknown()));
        }
    }

    /** CWE-915 with CWE-73, as in CVE-2026-22783 (DFIR-IRIS): a body names fields that only the server sets. */
    @Test
    void fieldsThatNoFormHasChangeNothing() {
        String more = ", 'id': '" + unknown() + "', 'case_id': '" + theirs + "', 'owner': '" + nuno.organisation()
                + "', 'label': 1, 'recorded_by': '" + nuno.id() + "', 'version': 77, 'role': 'administrator',"
                + " 'path': '/etc/passwd', 'file_local_name': '/etc/passwd'}";
        for (int i = 0; i < OURS.size(); i += 2) {
            String body = OURS.get(i + 1).replaceAll("}$", "") + more;
            Browser.Answer made = post(api, "/api/v1/cases/" + mine + OURS.get(i), body);
            assertThat(made.status()).as(made.body()).isIn(201, 400, 422);
            if (made.status() == 201) {
                assertThat(made.body()).doesNotContain(theirs, nuno.id().toString(), "/etc/passwd");
            }
            assertThat(foreign.get("/api/v1/cases/" + theirs + OURS.get(i)).body())
                    .doesNotContain("Call", "Quay news");
        }
        assertThat(api.get("/api/v1/me").body()).contains(mara.organisation().toString());
    }

    /** CWE-639: an identifier of another case in the body of an act on the own one. */
    @Test
    void aForeignIdentifierInABodyIsAnsweredAsOneThatDoesNotExist() {
        String source = id(post(foreign, "/api/v1/cases/" + theirs + "/sources", OURS.get(3)));
        String company = "{'schema': 'Company', 'statements': [{'property': 'name', 'value': 'Quay', 'source': '%s'}]}";
        String entity = id(post(foreign, "/api/v1/cases/" + theirs + "/entities", company.replace("%s", source)));
        String own = id(post(api, "/api/v1/cases/" + mine + "/sources", OURS.get(3)));
        String in = "/api/v1/cases/" + mine;

        same(in + "/entities", company.replace("%s", source), company.replace("%s", unknown()));
        String stated = "{'entity': '%s', 'property': 'name', 'value': 'Quay', 'source': '" + own + "'}";
        same(in + "/statements", stated.replace("%s", entity), stated.replace("%s", unknown()));
        String chart = "{'title': 'Cranes', 'entities': ['%s']}";
        same(in + "/charts", chart.replace("%s", entity), chart.replace("%s", unknown()));
    }

    /** CWE-288, CWE-22: another spelling of the address leads past the check. */
    @Test
    void noOtherSpellingOfAnAddressLeadsPastTheDecision() {
        String at = "/api/v1/cases/" + theirs;
        List<String> spellings = List.of(
                at + "/",
                at + ";jsessionid=1",
                "/api/v1/cases/;a=b/" + theirs,
                "//api/v1/cases/" + theirs,
                "/api/v1//cases/" + theirs,
                "/api/v1/cases/%2e/" + theirs,
                "/api/v1/./cases/" + theirs,
                "/sign-in/../api/v1/cases/" + theirs,
                "/assets/..%2fapi/v1/cases/" + theirs,
                "/assets/%2e%2e/cases/" + theirs,
                at + "%2fjournal",
                at + ".json",
                "/API/V1/cases/" + theirs);
        for (String path : spellings) {
            assertThat(api.ask(path).status()).as(path).isIn(400, 404);
            assertThat(api.ask(path).body() + browser().ask(path).body())
                    .as(path)
                    .doesNotContain("Inspection Act");
        }
    }

    /** CWE-650, CWE-348: another method, or a header that says so, is decided as what it is. */
    @Test
    void neitherMethodNorForwardingHeadersAreTakenAtTheirWord() {
        String at = "/api/v1/cases/" + theirs;
        for (String method : List.of("HEAD", "OPTIONS", "TRACE", "PROPFIND")) {
            Browser.Answer answer = api.send(method, at, "application/json", new byte[0]);
            assertThat(answer.body()).as(method).doesNotContain("Inspection Act");
            Browser.Answer nothing = api.send(method, "/api/v1/cases/" + unknown(), "application/json", new byte[0]);
            assertThat(answer.status()).as(method).isEqualTo(nothing.status());
        }
        for (Map.Entry<String, String> header : Map.of(
                        "X-HTTP-Method-Override",
                        "PATCH",
                        "X-Forwarded-For",
                        "127.0.0.1",
                        "X-Forwarded-Prefix",
                        "/api/v1/cases/" + theirs,
                        "X-Original-URL",
                        at,
                        "X-Rewrite-URL",
                        at,
                        "Forwarded",
                        "for=127.0.0.1;host=localhost")
                .entrySet()) {
            assertThat(api.get(at, header.getKey(), header.getValue()).status()).isEqualTo(404);
            assertThat(browser().get(at, header.getKey(), header.getValue()).status())
                    .isEqualTo(401);
        }
    }

    private void same(String path, String real, String nothing) {
        Browser.Answer answer = post(api, path, real);
        assertThat(answer.status()).as(path + answer.body()).isIn(404, 422);
        assertThat(Masked.of(answer).differenceTo(Masked.of(post(api, path, nothing))))
                .isEmpty();
    }

    private static Browser.Answer post(Browser by, String path, String body) {
        return by.json("POST", path, body.replace('\'', '"'));
    }

    private static String opened(Browser by, Member member) {
        String me = member.id().value().toString();
        return id(new EveryWrite(by, me, me).send(Writes.ofACase().getFirst()));
    }

    private static String id(Browser.Answer answer) {
        JsonNode made = JSON.readTree(answer.body());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return made.path("id").stringValue();
    }

    private static String unknown() {
        return UUID.randomUUID().toString();
    }
}
