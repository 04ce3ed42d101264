package org.plumbline.repeats.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.EveryWrite;
import org.plumbline.testing.Writes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EveryWriteTakesAKeyTest extends ApplicationTest {
    private static final Set<String> READING = Set.of("get", "head", "options");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aWriteSentAgainIsAnsweredAsTheFirstTimeAndDoneOnce() {
        var organisation = organisation();
        Member mara = member(
                organisation,
                "Mara Quill",
                Role.INVESTIGATOR,
                Role.EVIDENCE_CUSTODIAN,
                Role.ADMINISTRATOR,
                Role.OVERSEER);
        EveryWrite writes = everyWrite(organisation, mara);

        int count = 0;
        for (EveryWrite.Write write : Writes.all()) {
            String key = "harbour " + count++;
            Browser.Answer first = writes.send(write, "Idempotency-Key", key);
            long acts = acts(mara);
            Browser.Answer again = writes.send(write, "Idempotency-Key", key);

            assertThat(first.status()).as(write.route() + first.body()).isBetween(200, 299);
            assertThat(first.header("Idempotency-Replayed")).isEmpty();
            assertThat(again.header("Idempotency-Replayed")).as(write.route()).isEqualTo("true");
            assertThat(again.status()).isEqualTo(first.status());
            assertThat(again.body()).isEqualTo(first.body());
            for (String header : List.of("ETag", "Location", "Content-Type")) {
                assertThat(again.header(header)).as(write.route()).isEqualTo(first.header(header));
            }
            assertThat(acts(mara)).as(write.route()).isEqualTo(acts).isPositive();
        }
    }

    @Test
    void noWritingRouteIsLeftOut() {
        var written = new TreeSet<String>();
        Writes.all().forEach(write -> written.add(write.route()));

        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> info.getPatternValues().stream()
                                .filter(path ->
                                        path.startsWith("/api/v1/") && IdempotencyKeys.WRITING.contains(method.name()))
                                .forEach(path -> routes.add(method + " " + path))));

        assertThat(written).isNotEmpty().isEqualTo(routes);
    }

    @Test
    void theDescriptionNamesTheKeyOnEachWriteAndOnNothingElse() {
        Browser api = api(member(organisation(), "Mara Quill", Role.INVESTIGATOR));
        JsonNode paths = JsonMapper.builder()
                .build()
                .readTree(api.get("/api/v1/openapi.json").body())
                .get("paths");

        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean named = operation
                            .getValue()
                            .path("parameters")
                            .valueStream()
                            .anyMatch(p -> p.path("name").stringValue("").equals("Idempotency-Key"));
                    assertThat(named)
                            .as(operation.getKey() + " " + path.getKey())
                            .isEqualTo(!READING.contains(operation.getKey()));
                }));
    }

    /** Acts done over the API: jobs go on meanwhile. */
    private long acts(Member member) {
        return Acting.as(
                acting(member),
                () -> new TransactionTemplate(transactions)
                        .execute(status -> db.sql("""
                        select count(*) from audit.entry e join audit.body b on b.entry = e.id
                        where e.recorded_by = :by and e.kind = 'act' and b.content like '%"channel":"api"%'
                        """)
                                .param("by", member.id().value())
                                .query(Long.class)
                                .single()));
    }
}
