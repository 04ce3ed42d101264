package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.testing.ProjectFiles;

/**
 * Where libraries come from and where somebody's machine keeps things is nobody else's business, and breaks their
 * build.
 */
class NoForeignAddressesTest {
    /** The schema every pom names; it is never fetched. */
    private static final Pattern POM_SCHEMA = Pattern.compile("https?://maven\\.apache\\.org/(POM|xsd)/[\\w./-]*");

    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)https?://[^\\s/\"'<>]*(maven|npmjs|nexus|artifactory|sonatype|jfrog|jitpack|registry|pypi|mirror)"
                    + "|<(plugin)?repositor(y|ies)>|<mirrors?>|distribution" + "Url"
                    + "|(?<![\\w.$}~-])/(root|home/\\w+|Users/\\w+|work/\\w+|tmp/(wt|brief))/");

    @Test
    void noFileNamesARegistryOrAPlaceOnSomebodysMachine() throws IOException {
        List<String> found = new ArrayList<>();

        for (Path file : files()) {
            for (String line : lines(file)) {
                if (isForeign(line)) {
                    found.add(ProjectFiles.ROOT.relativize(file) + ": " + line.strip());
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void noBuildToolBringsItsOwnAddress() {
        assertThat(ProjectFiles.ROOT.resolve("mvnw")).doesNotExist();
        assertThat(ProjectFiles.ROOT.resolve(".mvn/wrapper")).doesNotExist();
        assertThat(ProjectFiles.ROOT.resolve(".mvn/settings.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"see https://%s.example.org/x", "<url>http://my-%s/</url>"})
    void registryAddressIsFound(String line) {
        assertThat(isForeign(line.formatted("nex" + "us"))).isTrue();
        assertThat(isForeign(line.formatted("books"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cd %s/x", "file=\"%s/x\"", "file://%s/x"})
    void placeOnAMachineIsFound(String line) {
        assertThat(isForeign(line.formatted("/ho" + "me/ann"))).isTrue();
        assertThat(isForeign(line.formatted("../shared"))).isFalse();
    }

    private static boolean isForeign(String line) {
        return FORBIDDEN.matcher(POM_SCHEMA.matcher(line).replaceAll("")).find();
    }

    private static List<Path> files() throws IOException {
        return ProjectFiles.all().stream()
                .filter(file -> !file.endsWith(Path.of("org/plumbline/NoForeignAddressesTest.java")))
                .toList();
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException binary) {
            return List.of();
        }
    }
}
