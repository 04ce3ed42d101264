package org.plumbline.documents;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.documents.extract.OutsideProgram;
import org.plumbline.documents.extract.OutsideTool;
import org.plumbline.documents.extract.ReadingTools;
import org.plumbline.documents.extract.Wall;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.plumbline.watching.PartVersion;
import org.plumbline.watching.Versioned;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which walls stand around the processes that read files, and whether scans can be read. */
@Component
@Order(50)
class ReadingHealth implements HealthCheck, MeterBinder, Versioned {
    private final ExtractorPool pool;

    ReadingHealth(ExtractorPool pool) {
        this.pool = pool;
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        findings.add(walls());
        findings.add(scans());
        findings.add(outside());
        return findings;
    }

    private Finding walls() {
        Set<Wall> missing = pool.missing();
        int memory = pool.settings().memoryMegabytes();
        if (missing.isEmpty()) {
            return Finding.good("reading", "walled", "memory", memory);
        }
        String names = missing.stream().sorted().map(Wall::code).collect(Collectors.joining(", "));
        return pool.reads()
                ? Finding.missing("reading", "reduced", "missing", names)
                : Finding.failing("reading", "stopped", "missing", names);
    }

    private Finding scans() {
        List<String> installed = ReadingTools.ocrLanguages(pool.settings());
        if (installed.isEmpty()) {
            return Finding.missing("scans", "no-program", "program", programName());
        }
        List<String> absent = pool.settings().ocrLanguages().stream()
                .filter(language -> !installed.contains(language))
                .toList();
        return absent.isEmpty()
                ? Finding.good(
                        "scans",
                        "read",
                        "languages",
                        String.join(", ", pool.settings().ocrLanguages()))
                : Finding.missing("scans", "languages-missing", "absent", String.join(", ", absent));
    }

    private Finding outside() {
        List<OutsideProgram> installed = pool.outside();
        String absent = Arrays.stream(OutsideTool.values())
                .filter(tool -> installed.stream().noneMatch(program -> program.tool() == tool))
                .map(OutsideTool::program)
                .collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? Finding.good("outside-tools", "there", "programs", named(installed))
                : Finding.missing("outside-tools", "absent", "absent", absent);
    }

    private static String named(List<OutsideProgram> programs) {
        return programs.stream().map(OutsideProgram::named).collect(Collectors.joining(", "));
    }

    /** Without its folder: this goes into support bundles. */
    private String programName() {
        String program = pool.settings().ocrProgram();
        return program.substring(program.lastIndexOf('/') + 1);
    }

    @Override
    public List<PartVersion> versions() {
        return List.of(
                new PartVersion("tika", ReadingTools.tikaVersion()),
                new PartVersion("ocr", ReadingTools.ocrVersion(pool.settings())),
                new PartVersion("ocr-languages", String.join(", ", ReadingTools.ocrLanguages(pool.settings()))),
                new PartVersion("outside-tools", named(pool.outside())));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.extraction.workers.reading", pool, ExtractorPool::reading)
                .description("Processes that read a file now")
                .register(registry);
    }
}
