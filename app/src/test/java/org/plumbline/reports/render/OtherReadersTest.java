package org.plumbline.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are not ours open the files without a complaint. */
class OtherReadersTest {
    private final ReportRenderer renderer = new ReportRenderer(new Bundle(), Harbour.CLOCK, FontShelf.shipped());

    @TempDir
    Path folder;

    @Test
    void popplerReadsThePdfWithoutAComplaint() throws IOException, InterruptedException {
        assumeTrue(present("pdftoppm") && present("pdfinfo"), "poppler is not installed");
        Path file = Files.write(
                folder.resolve("report.pdf"), renderer.pdf(Harbour.full()).bytes());

        String pages = run(List.of(
                "pdftoppm",
                "-r",
                "30",
                "-png",
                file.toString(),
                folder.resolve("page").toString()));
        String information = run(List.of("pdfinfo", file.toString()));

        assertThat(pages).isEmpty();
        assertThat(information).contains("Tagged:          yes").doesNotContain("Error", "Warning");
        assertThat(images()).isGreaterThan(1);
    }

    @Test
    void libreOfficeLaysOutTheDocx() throws IOException, InterruptedException {
        assumeTrue(present("soffice"), "LibreOffice is not installed");
        Path file = Files.write(
                folder.resolve("report.docx"), renderer.docx(Harbour.full()).bytes());

        run(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                file.toString()));

        assertThat(PdfReportTest.words(Files.readAllBytes(folder.resolve("report.pdf"))))
                .contains("Payments for the cranes of the east quay", "ORIGINATOR CONTROL", "Page 1 of", "Page 2 of")
                .contains(Phrases.grouped(Harbour.INVOICE), "Sources differ: Amount, EUR", "[5]");
    }

    private static boolean present(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private long images() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).count();
        }
    }

    /** Runs a program to its end and returns all it wrote. */
    private String run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("%s ends", command.getFirst())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
