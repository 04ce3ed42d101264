package org.plumbline.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessMatrixTest extends ApplicationTest {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([\\w-]+)\"|pl-num\">([a-z-]+)<");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void discover() {
        long t0 = System.nanoTime();
        var organisations = Map.of("ours", organisation(), "theirs", organisation());
        var members = new HashMap<String, Member>();
        var world = new MatrixPeople(roles -> enrol(organisations, roles));
        var lead = world.person("lead", "ours:investigator");
        var readOnly = browser().withToken(enrolment.token(new org.plumbline.kernel.MemberId(UUID.fromString(lead.id())), "reads", false, java.time.Duration.ofHours(1)));
        var situations = new Situations(world, browser(), readOnly).all();
        System.out.println("WORLD " + (System.nanoTime() - t0) / 1_000_000 + " ms");
        var groups = new TreeMap<String, List<String>>();
        int n = 0;
        for (String route : routes()) CaseRecords.path(route.split(" ")[1].replace("/**", "/none"), situations.getFirst().ids());
        for (String route : routes()) {
            var vector = new StringBuilder();
            for (var s : situations) {
                String o = outcome(route, s);
                n++;
                vector.append(s.name()).append('=').append(o).append(' ');
            }
            groups.computeIfAbsent(vector.toString(), v -> new java.util.ArrayList<>()).add(route);
        }
        System.out.println("ASKED " + n + " " + (System.nanoTime() - t0) / 1_000_000 + " ms");
        groups.forEach((v, r) -> { System.out.println("GROUP " + v); r.forEach(x -> System.out.println("    ROUTE " + x)); });
    }

    private String outcome(String route, Situations.Situation s) {
        String[] parts = route.split(" ", 2);
        String pattern = parts[1].replaceAll(":[^}]*}}?", "}").replace("/**", "/none");
        boolean service = pattern.startsWith("/api/");
        if (s.apiOnly() && !service) return "-";
        long vars = pattern.chars().filter(c -> c == '{').count();
        if (s.recordsOnly() && (!pattern.contains("{caseId}") || vars < 2)) return "-";
        String path = CaseRecords.path(pattern, s.ids());
        Browser.Answer a = s.asking().ask(parts[0], path, s.ids(), Asking.Body.EMPTY);
        if (a.path().equals("/sign-in") || a.status() == 401) return "sign-in";
        if (a.status() == 404 || a.status() == 403) {
            String code = a.status() == 404 ? "hidden" : code(a);
            if (a.status() == 404) {
                var random = new HashMap<String, String>();
                s.ids().forEach((k, v) -> random.put(k, UUID.randomUUID().toString()));
                if (s.recordsOnly()) random.put("cases/caseId", s.ids().get("cases/caseId"));
                Browser.Answer b = s.asking().ask(parts[0], CaseRecords.path(pattern, random), random, Asking.Body.EMPTY);
                if (!Masked.of(a).equals(Masked.of(b))) { code = "DIFFERS"; System.out.println("DIFF " + route + " " + s.name() + "\n" + Masked.of(a) + "\n" + Masked.of(b)); }
            }
            return code;
        }
        return a.status() >= 500 ? "" + a.status() : a.status() < 400 ? "ok" : "ok(" + a.status() + ")";
    }

    private static String code(Browser.Answer a) {
        Matcher m = CODE.matcher(a.body());
        return m.find() ? (m.group(1) == null ? m.group(2) : m.group(1)) : "403";
    }

    private MatrixPeople.Person enrol(Map<String, Organisation> organisations, String roles) {
        String[] parts = roles.split(":");
        Role[] held = Arrays.stream(parts[1].split(",")).map(Role::ofCode).toArray(Role[]::new);
        Member member = member(organisations.get(parts[0]), "Person " + UUID.randomUUID(), held);
        return new MatrixPeople.Person(member.id().value().toString(), api(member), browser(member));
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>(java.util.Comparator.comparing((String r) -> r.contains("/sign-")).thenComparing(java.util.Comparator.naturalOrder()));
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("org.plumbline.")) {
                Set<RequestMethod> asked = info.getMethodsCondition().getMethods();
                (asked.isEmpty() ? Set.of(RequestMethod.GET) : asked)
                        .forEach(m -> info.getPatternValues().forEach(path -> routes.add(m + " " + path.replaceAll(":[^}]*}}?", "}"))));
            }
        });
        return routes;
    }
}
