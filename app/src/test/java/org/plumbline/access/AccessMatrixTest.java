package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, asked by everybody there is, of records they may and may not see: {@code access/matrix.txt}. */
class AccessMatrixTest extends ApplicationTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "design", "access-matrix.md");

    private final Matrix matrix = Matrix.read();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyRouteHasItsRule() {
        assertThat(routes())
                .as("a line of access/matrix.txt for each: METHOD PATTERN RULE")
                .isEqualTo(new TreeSet<>(matrix.routes().keySet()));
    }

    @Test
    void theDocumentSaysWhatIsTested() throws IOException {
        Path written = Files.writeString(Path.of("target", "access-matrix.md"), matrix.document());

        assertThat(DOCUMENT)
                .as("copy " + written.toAbsolutePath() + " there")
                .usingCharset("UTF-8")
                .hasContent(matrix.document());
    }

    @Test
    void everybodyIsAnsweredAsTheMatrixSays() {
        var organisations = Map.of("ours", organisation(), "theirs", organisation());
        var world = new MatrixPeople(roles -> enrolled(organisations, roles));
        var lead = new MemberId(
                UUID.fromString(world.person("lead", "ours:investigator").id()));
        String reading = enrolment.token(lead, "reads", false, Duration.ofHours(1));
        List<Situations.Situation> situations =
                new Situations(world, browser(), browser().withToken(reading)).all();

        var wrong = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (String route : matrix.routes().keySet()) {
            for (Situations.Situation situation : situations) {
                String expected = matrix.expected(route, situation.name());
                Cell cell = new Cell(route, situation, expected);
                if (!expected.equals("-") && cell.isAsked()) {
                    asked.add(route);
                    cell.fault().ifPresent(fault -> wrong.add(route + " | " + situation.name() + " | " + fault));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).hasSizeGreaterThan(3_000);
    }

    private MatrixPeople.Person enrolled(Map<String, Organisation> organisations, String roles) {
        String[] parts = roles.split(":", 2);
        Role[] held = Arrays.stream(parts[1].split(",", -1)).map(Role::ofCode).toArray(Role[]::new);
        Member member =
                member(Objects.requireNonNull(organisations.get(parts[0])), "Person " + UUID.randomUUID(), held);
        Browser page = browser(member);
        return new MatrixPeople.Person(member.id().value().toString(), api(member), page);
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("org.plumbline.")) {
                Set<RequestMethod> asked = info.getMethodsCondition().getMethods();
                (asked.isEmpty() ? Set.of(RequestMethod.GET) : asked)
                        .forEach(m -> info.getPatternValues()
                                .forEach(path -> routes.add(m + " " + path.replaceAll(":[^}]*}}?", "}"))));
            }
        });
        return routes;
    }
}
