package org.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the bill of materials to docs/adr/0002-dependency-licences.md. */
class LicencesTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String PARTS_FOLLOW = "Parts shipped with Plumbline, by licence";

    private record Part(String name, List<String> licences) {
        String joined() {
            return licences.isEmpty() ? "no licence stated" : String.join(" or ", licences);
        }
    }

    private record Decision(String part, String licence, String reason) {}

    @Test
    void everyPartIsPermissiveOrDecidedByItself() throws IOException {
        List<String> accepted = policy("accepted.txt");
        TreeSet<String> decided =
                decisions().stream().map(Decision::part).collect(Collectors.toCollection(TreeSet::new));

        List<Part> undecided = shipped().stream()
                .filter(part -> part.licences().isEmpty() || !accepted.containsAll(part.licences()))
                .filter(part -> !decided.contains(part.name()))
                .toList();

        assertThat(undecided)
                .as("neither in accepted.txt nor in single.txt: decide by docs/adr/0002-dependency-licences.md")
                .isEmpty();
    }

    @Test
    void nothingIsTakenUnderTheGplOrAgpl() throws IOException {
        assertThat(policy("accepted.txt")).noneMatch(LicencesTest::isStrongCopyleft);
        assertThat(decisions()).noneMatch(decision -> isStrongCopyleft(decision.licence()));
    }

    @Test
    void everySingleDecisionHasAReasonAndIsStillNeeded() throws IOException {
        List<String> names = shipped().stream().map(Part::name).toList();

        assertThat(decisions()).allSatisfy(decision -> {
            assertThat(names).as("delete the line of a part no longer shipped").contains(decision.part());
            assertThat(decision.reason()).hasSizeGreaterThan(20);
        });
    }

    /** Write it anew with {@code ./plumbline test} after setting the system property {@code plumbline.notice=write}. */
    @Test
    void noticeNamesEveryShippedPart() throws IOException {
        Path notice = PROJECT.resolve("NOTICE");
        String found = Files.readString(notice);
        String expected = found.substring(0, found.indexOf(PARTS_FOLLOW)) + partsByLicence();
        if ("write".equals(System.getProperty("plumbline.notice"))) {
            Files.writeString(notice, expected);
        }

        assertThat(notice)
                .content()
                .as("NOTICE is out of date: see CONTRIBUTING.md, \"Dependencies\"")
                .isEqualTo(expected);
    }

    /** The page of versions reads the bill inside the program, and finds each library's texts by its archive's name. */
    @Test
    void theProgramHoldsTheBillOfWhatIsShipped() throws IOException {
        List<String> named = elements(components())
                .map(part -> part.path("name").asString("") + "-"
                        + part.path("version").asString(""))
                .toList();

        assertThat(PROJECT.resolve("app/target/classes/META-INF/sbom/sbom.json"))
                .hasSameTextualContentAs(PROJECT.resolve("app/target/sbom.json"));
        try (Stream<Path> jars = Files.list(PROJECT.resolve("app/target/lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .hasSizeGreaterThan(100)
                    .allMatch(jar -> named.stream().anyMatch(jar::startsWith));
        }
    }

    private static String partsByLicence() throws IOException {
        Map<String, TreeSet<String>> byLicence = new TreeMap<>();
        for (Part part : shipped()) {
            byLicence.computeIfAbsent(part.joined(), licence -> new TreeSet<>()).add(part.name());
        }
        StringBuilder text = new StringBuilder(PARTS_FOLLOW + "\n");
        byLicence.forEach((licence, names) -> {
            text.append('\n').append(licence).append('\n');
            names.forEach(name -> text.append("    ").append(name).append('\n'));
        });
        return text.toString();
    }

    private static JsonNode components() throws IOException {
        Path bill = PROJECT.resolve("app/target/sbom.json");
        assertThat(bill)
                .as("made when app is packaged: run the verify phase, not test")
                .exists();
        return JsonMapper.shared().readTree(Files.readString(bill)).get("components");
    }

    private static List<Part> shipped() throws IOException {
        List<Part> parts = elements(components())
                .filter(component -> !component.path("group").asString("").equals("org.plumbline"))
                .map(component -> new Part(
                        component.path("group").asString("") + ":"
                                + component.path("name").asString(""),
                        elements(component.path("licenses"))
                                .map(LicencesTest::nameOf)
                                .toList()))
                .toList();
        assertThat(parts).hasSizeGreaterThan(50);
        return parts;
    }

    private static String nameOf(JsonNode choice) {
        return Stream.of(
                        choice.path("license").path("id"),
                        choice.path("license").path("name"),
                        choice.path("expression"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse("unnamed licence");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isStrongCopyleft(String licence) {
        return licence.matches("(?i).*\\b(A?GPL|GNU (Affero )?General).*");
    }

    private static List<Decision> decisions() throws IOException {
        Function<String[], Decision> columns =
                words -> new Decision(words[0].strip(), words[1].strip(), words[2].strip());
        return policy("single.txt").stream()
                .map(line -> line.split("\\|", 3))
                .map(columns)
                .toList();
    }

    private static List<String> policy(String file) throws IOException {
        return Files.readAllLines(PROJECT.resolve("acceptance/src/licences").resolve(file)).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }
}
