package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.verifier.Verify;
import org.springframework.test.context.TestPropertySource;

/** What an organisation gives out, it signs; whoever verifies may hold it against the key they know. */
@TestPropertySource(properties = "plumbline.trail.timestamps.every=0s")
class StatedExportTest extends TimestampedCase {
    @Test
    void theOrganisationStatesThatItGaveTheArchiveOut() throws Exception {
        Path export = export();
        Path trust = Files.writeString(folder.resolve("trust"), policy());

        assertThat(verify(export)).startsWith("3 ").contains("given out at", "nobody has vouched for");
        assertThat(trusted(export, trust))
                .startsWith("0 ")
                .contains("given out at")
                .doesNotContain("nobody has vouched");
    }

    @Test
    void anotherOrganisationThanTheOneThatIsKnownIsRefused() throws Exception {
        Path export = export();
        String other = "# organisation plumbline.invalid/organisation/00+93d0bc9d"
                + "+AQcYkCXUC9AlYLiBpT4VAFkUW3jGvIZOhhpRFsxuE2Bm\n";
        Path trust = folder.resolve("trust");
        String own = policy();
        String known =
                own.lines().filter(line -> !line.startsWith("# organisation")).reduce("", (a, b) -> a + b + "\n");
        try {
            Files.writeString(trust, known + other);
            assertThat(trusted(export, trust)).startsWith("1 ");
        } finally {
            Files.writeString(trust, known);
        }
        assertThat(trusted(export, trust)).startsWith("0 ").contains("nobody has vouched for");
    }

    @Test
    void aFileThatWasLeftOutOrAddedIsNoticed() throws Exception {
        Path export = export();

        Path less = changed(export, false);
        Path more = changed(export, true);

        assertThat(verify(less)).startsWith("1 ").contains("the statement is of other files than these");
        assertThat(verify(more)).startsWith("1 ").contains("comes after the statement");
    }

    private String policy() {
        String link = overseer.get("/oversight")
                .page()
                .select("a[href^=/oversight/entries/]")
                .attr("href");
        await("sealed", () -> !overseer.get(link).page().select("p.pl-lines").isEmpty());
        return overseer.get(link).page().select("p.pl-lines").stream()
                .findFirst()
                .orElseThrow()
                .wholeText();
    }

    private static String trusted(Path export, Path trust) {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = Verify.run(new String[] {export.toString(), "--trust", trust.toString()}, out, out);
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }

    /** The same archive without the first of its timestamps' trees, or with one more file. */
    private Path changed(Path export, boolean more) throws IOException {
        var bytes = new ByteArrayOutputStream();
        String left = "";
        try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(export)));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                String name = next.getName();
                if (!more && left.isEmpty() && name.startsWith("entries/")) {
                    left = name;
                    continue;
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(in.readAllBytes());
            }
            if (more) {
                out.putNextEntry(new ZipEntry("entries/000000009999.tlog-proof"));
                out.write("x".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Files.write(folder.resolve(more ? "more.zip" : "less.zip"), bytes.toByteArray());
    }
}
