package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every act, consultation and refusal leaves an entry: a request of an investigator who oversees to each route there
 * is.
 */
class EveryRouteTest extends ApplicationTest {
    /** Routes that show no record of a case and change none, each with its reason. */
    private static final Map<String, String> SILENT = Map.ofEntries(
            Map.entry("POST /witness/add-checkpoint", "a checkpoint of another log; nobody of an organisation acts"),
            Map.entry("GET /assets/**", "files of the program"),
            Map.entry("OPTIONS /api/v1/uploads", "which version of tus is spoken"),
            Map.entry("OPTIONS /api/v1/uploads/{caseId}/{upload}", "the same, whatever the address names"),
            Map.entry("GET /healthz", "whether the server answers"),
            Map.entry("GET /error", "the words of an error whose refusal has its own entry"),
            Map.entry("GET /sign-in", "an empty form"),
            Map.entry("GET /sign-in/{secret}", "a form; nobody is signed in by it"),
            Map.entry("POST /sign-in/{secret}", "a secret that is none; nobody acts, and whoever tries is not known"),
            Map.entry("POST /command/token", "without the secret of the data folder nobody acts"),
            Map.entry("POST /command/enrol", "without the secret of the data folder nobody acts"),
            Map.entry("GET /cases/new", "an empty form"),
            Map.entry("GET /x", "an empty form"),
            Map.entry("GET /api/v1/me", "the asking person"),
            Map.entry("GET /api/v1/members", "names and roles of colleagues"),
            Map.entry("POST /sign-in/passkey/options", "a challenge; nobody is signed in by it"),
            Map.entry("POST /sign-in/passkey", "no passkey that is known; nobody acts, and whoever tries is not known"),
            Map.entry("POST /sign-in/password", "no login that is known; nobody acts, and whoever tries is not known"),
            Map.entry("POST /sign-in/provider", "there is no provider"),
            Map.entry("GET /sign-in/provider/back", "there is no provider"),
            Map.entry("GET /account/sign-in/password/change", "an empty form"));

    /** What pages and parts of pages ask for, all in one. */
    private static final String QUERY = "?q=quay&node={entity}&beginning=qu&entity={entity}&case={caseId}";

    /** What forms send, all in one. */
    private static final String FORM = "version=1&title=Harbour&type=inquiry&legal_basis=Act&reference=R&purpose=P"
            + "&valid_from={today}&valid_until={later}&reason=Done&result=Done&heading=Call&role=witness&basis=Heard"
            + "&review_due={later}&due={later}&assignee={me}&member={other}&standing=reader&name=Quay&kind=person"
            + "&schema=Company&property=name&value=Quay&source={source}&caveat=none&question=Why&format=png";

    /** What a chart's page sends. */
    private static final String LAYOUT = "{\"title\": \"Cranes\", \"nodes\": [], \"format\": \"png\"}";

    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n{}\r\n--b--\r\n";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    private Member mara;
    private EveryWrite writes;
    private Browser api;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(
                organisation,
                "Mara Quill",
                Role.INVESTIGATOR,
                Role.EVIDENCE_CUSTODIAN,
                Role.ADMINISTRATOR,
                Role.OVERSEER);
        api = api(mara);
        writes = everyWrite(organisation, mara);
    }

    @Test
    void aRequestLeavesAnEntryOrItsRouteIsKnownToShowNoRecord() {
        var silent = new TreeSet<String>();
        for (EveryWrite.Write write : Writes.all()) {
            writes.prepare(write.route());
            ask(silent, write.route(), () -> writes.send(write));
        }
        Set<String> written = new TreeSet<>();
        Writes.all().forEach(write -> written.add(write.route()));
        Browser page = browser(mara);
        String token = page.get("/account").page().select("input[name=_csrf]").attr("value");

        routes().filter(route -> !written.contains(route))
                .forEach(route -> ask(silent, route, () -> send(route, page, token)));

        assertThat(silent).isEqualTo(new TreeSet<>(SILENT.keySet()));
    }

    private void ask(Set<String> silent, String route, Runnable request) {
        long before = entries();
        request.run();
        if (entries() == before) {
            silent.add(route);
        }
    }

    private Browser.Answer send(String route, Browser page, String token) {
        String[] parts = route.split(" ", 2);
        String path = writes.filled(parts[1].replaceAll(":[^}]*}}?", "}").replace("/**", "/none"))
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        Browser as = path.startsWith("/api/") ? api : page;
        if (parts[0].equals("GET")) {
            return as.get(path + writes.filled(QUERY));
        }
        String[] body = body(path);
        return as.send(
                parts[0],
                path,
                body[0],
                writes.filled(body[1]).getBytes(StandardCharsets.UTF_8),
                "X-CSRF-TOKEN",
                token,
                "Tus-Resumable",
                "1.0.0",
                "If-Match",
                "\"1\"");
    }

    /** Type and content that the route reads: a layout, a file or a form. */
    private static String[] body(String path) {
        if (path.contains("/charts/")) {
            return new String[] {"application/json", LAYOUT};
        }
        return path.endsWith("/imports")
                ? new String[] {"multipart/form-data; boundary=b", FILE}
                : new String[] {"application/x-www-form-urlencoded", FORM};
    }

    /** Method and path of each route; signing out comes last. */
    private Stream<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("org.plumbline.")) {
                Set<RequestMethod> asked = info.getMethodsCondition().getMethods();
                (asked.isEmpty() ? Set.of(RequestMethod.GET) : asked)
                        .forEach(m -> info.getPatternValues().forEach(path -> routes.add(m + " " + path)));
            }
        });
        return routes.stream()
                .sorted(Comparator.comparing((String route) -> route.contains("/sign-"))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Entries of requests: jobs go on meanwhile. */
    private long entries() {
        return Acting.as(
                acting(mara),
                () -> new TransactionTemplate(transactions)
                        .execute(status -> db.sql("""
                        select count(*) from audit.entry e where e.owner = :owner and e.channel <> 'job'
                        """)
                                .param("owner", acting(mara).organisation().value())
                                .query(Long.class)
                                .single()));
    }
}
