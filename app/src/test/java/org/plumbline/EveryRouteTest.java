package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every act, consultation and refusal leaves an entry: a request of an investigator to each route there is. */
class EveryRouteTest extends ApplicationTest {
    /** Routes that show no record of a case and change none, each with its reason. */
    private static final Map<String, String> SILENT = Map.of(
            "GET /assets/**", "files of the program",
            "GET /healthz", "whether the server answers",
            "GET /error", "the words of an error whose refusal has its own entry",
            "GET /sign-in", "an empty form",
            "GET /sign-in/{secret}", "a form; nobody is signed in by it",
            "POST /sign-in/{secret}", "a secret that is none; nobody acts, and whoever tries is not known",
            "POST /command/enrol", "without the secret of the data folder nobody acts",
            "GET /cases/new", "an empty form",
            "GET /api/v1/me", "the asking person",
            "GET /api/v1/members", "names and roles of colleagues");

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
    private Member nuno;
    private EveryWrite writes;
    private Browser api;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR, Role.OVERSEER);
        nuno = member(organisation, "Nuno Salt", Role.INVESTIGATOR);
        api = api(mara);
        writes = new EveryWrite(
                api, api(nuno), mara.id().value().toString(), nuno.id().value().toString());
    }

    @Test
    void aRequestLeavesAnEntryOrItsRouteIsKnownToShowNoRecord() {
        var silent = new TreeSet<String>();
        for (EveryWrite.Write write : EveryWrite.all()) {
            ask(silent, write.route(), () -> writes.send(write));
        }
        Set<String> written = new TreeSet<>();
        EveryWrite.all().forEach(write -> written.add(write.route()));
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
                        select count(*) from audit.entry e join audit.body b on b.entry = e.id
                        where e.recorded_by in (:by) and b.content not like '%"channel":"job"%'
                        """)
                                .param(
                                        "by",
                                        List.of(mara.id().value(), nuno.id().value()))
                                .query(Long.class)
                                .single()));
    }
}
