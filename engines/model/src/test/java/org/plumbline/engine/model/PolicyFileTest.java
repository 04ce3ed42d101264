package org.plumbline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
    private final Vocabulary vocabulary = Vocabulary.load();
    private List<String> lines = List.of();

    @BeforeEach
    void readTheFile() throws IOException {
        try (InputStream in = Objects.requireNonNull(Policy.class.getResourceAsStream("policy.csv"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void everySchemaOfTheModelIsInTheFile() {
        PolicyFile file = PolicyFile.read(lines);

        assertThat(vocabulary.schemata())
                .extracting(Schema::name)
                .allSatisfy(schema -> assertThat(file.schema(schema)).isNotEqualTo(Rule.UNLISTED));
    }

    @Test
    void everyPropertyOfTheModelIsInTheFileForEverySchemaThatCanHaveIt() {
        PolicyFile file = PolicyFile.read(lines);

        for (Schema schema : vocabulary.schemata()) {
            if (file.schema(schema.name()).openness() != Openness.REFUSED) {
                assertThat(schema.properties().values())
                        .allSatisfy(property -> assertThat(file.property(schema.name(), property))
                                .isNotEqualTo(Rule.UNLISTED));
            }
        }
    }

    @Test
    void everyPropertyHasALineWhereItIsDeclared() {
        Set<String> listed = lines.stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(cells -> cells[0] + ":" + cells[1])
                .collect(Collectors.toSet());

        assertThat(listed).containsAll(declared());
    }

    @Test
    void nothingInTheFileIsUnknownToTheModel() {
        Set<String> families = new HashSet<>(PolicyFile.read(lines).families().values());
        Set<String> declared = declared();

        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 4);
            assertThat(vocabulary.schema(cells[0])).as(line).isPresent();
            assertThat(families).as(line).containsAll(List.of(cells[2].split(" ", -1)));
            if (!cells[1].isEmpty()) {
                assertThat(declared).as(line).contains(cells[0] + ":" + cells[1]);
            }
        }
    }

    @Test
    void whatALineDecidedIsRefusedWithoutIt() {
        var policy = new Policy(vocabulary, PolicyFile.read(lines));
        for (int i = 1; i < lines.size(); i++) {
            var without = new ArrayList<>(lines);
            String removed = without.remove(i);
            var narrowed = new Policy(vocabulary, PolicyFile.read(without));

            assertThat(changed(policy, narrowed, removed))
                    .as(removed)
                    .allMatch(rule -> rule.openness() == Openness.REFUSED);
        }
    }

    @Test
    void aLineThatOpensSomethingIsMissedWhenItGoes() {
        var without = new ArrayList<>(lines);
        without.removeIf(line -> line.startsWith("Thing,name,person"));

        var narrowed = new Policy(vocabulary, PolicyFile.read(without));

        assertThat(narrowed.of("Person", "name")).isEqualTo(Rule.UNLISTED);
    }

    @Test
    void aFileThatDecidesTwiceIsRefused() {
        var twice = new ArrayList<>(lines);
        twice.add("Thing,name,person,refused,again");

        assertThatIllegalStateException()
                .isThrownBy(() -> PolicyFile.read(twice))
                .withMessageContaining("Thing:name for person twice");
    }

    @Test
    void aFileWithoutItsHeaderOrWithACutLineIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> PolicyFile.read(lines.subList(1, lines.size())));
        assertThatIllegalStateException()
                .isThrownBy(() -> PolicyFile.read(List.of(PolicyFile.HEADER, "Thing,name,person")))
                .withMessageContaining("3 cells");
    }

    /** Rules of the removed line's schema and every schema under it that are not what they were. */
    private List<Rule> changed(Policy before, Policy after, String removed) {
        String schema = removed.substring(0, removed.indexOf(','));
        var changed = new ArrayList<Rule>();
        vocabulary.schemata().stream()
                .filter(each -> each.isA(schema))
                .forEach(each -> each.properties().keySet().forEach(property -> {
                    Rule now = after.of(each.name(), property);
                    if (!now.equals(before.of(each.name(), property))) {
                        changed.add(now);
                    }
                }));
        return changed;
    }

    private Set<String> declared() {
        var declared = new TreeSet<String>();
        vocabulary
                .schemata()
                .forEach(schema ->
                        schema.properties().values().forEach(property -> declared.add(property.qualifiedName())));
        return declared;
    }
}
