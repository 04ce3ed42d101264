package org.plumbline.administration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.plumbline.watching.ClassPath;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The libraries of this program by its bill of materials (CycloneDX), which packaging makes of the archives it ships,
 * and the texts that they bring.
 */
@Component
class ShippedParts {
    private static final String BILL = "/META-INF/sbom/sbom.json";
    private static final String OWN_GROUP = "org.plumbline";
    private static final Pattern TEXT =
            Pattern.compile("(?i)(META-INF/|META-INF/licen[cs]es?/|META-INF/resources/webjars/[^/]+/[^/]+/)?"
                    + "(LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)[^/]*(?<!\\.class)");
    private static final int MOST_BYTES = 1 << 20;

    /** Read once: it belongs to the program. */
    private final Supplier<List<ShippedPart>> all = SingletonSupplier.of(ShippedParts::read);

    /** By name; none where this program was not packaged. */
    List<ShippedPart> all() {
        return all.get();
    }

    /** A text that a part brings. */
    Optional<String> text(String id, String text) {
        return all().stream()
                .filter(part -> part.id().equals(id) && part.texts().contains(text))
                .findFirst()
                .flatMap(part -> archive(part.name(), part.version()))
                .map(jar -> text(jar, text));
    }

    private static List<ShippedPart> read() {
        try (InputStream in = ShippedParts.class.getResourceAsStream(BILL)) {
            if (in == null) {
                return List.of();
            }
            JsonNode components = JsonMapper.shared().readTree(in).path("components");
            return elements(components)
                    .filter(each -> !each.path("group").asString("").equals(OWN_GROUP))
                    .map(ShippedParts::part)
                    .sorted(Comparator.comparing(ShippedPart::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShippedPart part(JsonNode component) {
        String name = component.path("name").asString("");
        String version = component.path("version").asString("");
        return new ShippedPart(
                component.path("group").asString(""),
                name,
                version,
                elements(component.path("licenses")).map(ShippedParts::licence).toList(),
                archive(name, version).map(ShippedParts::texts).orElse(List.of()));
    }

    private static String licence(JsonNode choice) {
        return Stream.of(
                        choice.path("license").path("id"),
                        choice.path("license").path("name"),
                        choice.path("expression"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse("");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Optional<Path> archive(String name, String version) {
        String start = name + "-" + version;
        return ClassPath.jars().stream()
                .filter(jar -> jar.getFileName().toString().startsWith(start))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<String> texts(Path archive) {
        try (var jar = new JarFile(archive.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getSize() <= MOST_BYTES)
                    .map(ZipEntry::getName)
                    .filter(name -> TEXT.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String text(Path archive, String name) {
        try (var jar = new JarFile(archive.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
