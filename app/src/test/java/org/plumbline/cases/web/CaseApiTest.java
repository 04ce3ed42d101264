package org.plumbline.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseApiTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Browser mara;
    private Browser ines;

    @BeforeEach
    void people() {
        var organisation = organisation();
        Member lead = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        mara = api(lead);
        ines = api(member(organisation, "Ines Abernal", Role.INVESTIGATOR));
    }

    private static String harbour() {
        return """
                {"title": "Harbour", "type": "inquiry", "legal_basis": "Inspection Act, section 12",
                 "reference": "IO-2031/7", "purpose": "Contract reconciliation",
                 "valid_from": "%s", "valid_until": "%s"}""".formatted(today().minusDays(1), today().plusDays(60));
    }

    private JsonNode opened() {
        return JSON.readTree(mara.json("POST", "/api/v1/cases", harbour()).body());
    }

    @Test
    void aCaseIsOpenedAndReadInSnakeCaseWithItsVersionAsTag() {
        JsonNode file = opened();

        var read = mara.get("/api/v1/cases/" + file.get("id").stringValue());

        assertThat(JSON.readTree(read.body())
                        .get("authority")
                        .get("valid_until")
                        .stringValue())
                .isEqualTo(today().plusDays(60).toString());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.header("Plumbline-Entry")).isNotEmpty();
        assertThat(mara.get("/api/v1/cases").body()).contains("\"items\"", "Harbour");
    }

    @Test
    void whatIsMissingIsNamedFieldByField() {
        var refused = mara.json("POST", "/api/v1/cases", "{\"title\": \"Harbour\", \"type\": \"inquiry\"}");

        JsonNode problem = JSON.readTree(refused.body());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.get("code").stringValue()).isEqualTo("input-invalid");
        assertThat(problem.get("errors").valueStream().map(e -> e.get("field").stringValue()))
                .containsExactly("legal_basis", "reference", "purpose", "valid_from", "valid_until");
    }

    @Test
    void aChangeNamesTheVersionItWasMadeAgainst() {
        String path = "/api/v1/cases/" + opened().get("id").stringValue();
        String change = "{\"title\": \"Harbour, quay 4\"}";

        var unnamed = mara.json("PATCH", path, change);
        var changed = mara.json("PATCH", path, change, "If-Match", "\"1\"");
        var stale = mara.json("PATCH", path, change, "If-Match", "\"1\"");

        assertThat(unnamed.status()).isEqualTo(428);
        assertThat(unnamed.body()).contains("if-match-required");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("version-stale");
    }

    @Test
    void aCaseOfOthersIsAnsweredLikeOneThatDoesNotExist() {
        String id = opened().get("id").stringValue();
        String unknown = "019a0000-0000-7000-8000-000000000001";

        for (String part : new String[] {"", "/journal", "/tasks", "/subjects", "/team", "/trail"}) {
            var others = ines.get("/api/v1/cases/" + id + part);
            var nothing = ines.get("/api/v1/cases/" + unknown + part);

            assertThat(others.status()).as(part).isEqualTo(404);
            assertThat(comparable(others.body(), id)).isEqualTo(comparable(nothing.body(), unknown));
        }
    }

    @Test
    void theWorkOfACaseIsDoneAndSeenOnItsTrail() {
        String path = "/api/v1/cases/" + opened().get("id").stringValue();
        String me = JSON.readTree(mara.get("/api/v1/me").body()).get("id").stringValue();

        var entry = mara.json("POST", path + "/journal", "{\"heading\": \"Interview\", \"happened\": \"2031-05\"}");
        String entryPath =
                path + "/journal/" + JSON.readTree(entry.body()).get("id").stringValue();
        var signed = mara.json("POST", entryPath + "/sign-off", "", "If-Match", entry.header("ETag"));
        var rewritten = mara.json("PUT", entryPath, "{\"heading\": \"Other\"}", "If-Match", "\"2\"");
        var task = mara.json(
                "POST",
                path + "/tasks",
                "{\"title\": \"Ask\", \"assignee\": \"%s\", \"due\": \"%s\"}".formatted(me, today().plusDays(3)));
        var subject = mara.json(
                "POST",
                path + "/subjects",
                "{\"name\": \"W-01\", \"kind\": \"person\", \"role\": \"witness\", \"basis\": \"Heard\", \"review_due\": \"%s\"}"
                        .formatted(today().plusYears(1)));

        assertThat(signed.status()).isEqualTo(200);
        assertThat(rewritten.status()).isEqualTo(409);
        assertThat(rewritten.body()).contains("journal-signed-off");
        assertThat(task.status()).isEqualTo(201);
        assertThat(subject.status()).isEqualTo(201);
        assertThat(mara.get(path + "/trail").body())
                .contains("cases.open", "cases.sign-off-journal", "cases.add-task", "cases.add-subject");
    }

    @Test
    void withoutATokenThereIsNoAnswer() {
        assertThat(browser().get("/api/v1/cases").status()).isEqualTo(401);
        assertThat(browser().get("/api/v1/openapi.json").status()).isEqualTo(401);
    }

    @Test
    void theDescriptionNamesEveryRouteAndNoOther() {
        JsonNode description = JSON.readTree(mara.get("/api/v1/openapi.json").body());

        Set<String> described = description.get("paths").propertyNames().stream()
                .map(CaseApiTest::plain)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> routes = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi"))
                .map(CaseApiTest::plain)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isNotEmpty().isEqualTo(routes);
    }

    private static String plain(String path) {
        return path.replaceAll("\\{([^}:]+):[^}]*}", "{$1}");
    }

    private static String comparable(String body, String id) {
        return body.replace(id, "ID").replaceAll("\"trace_id\":\"[0-9a-f]+\"", "");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
