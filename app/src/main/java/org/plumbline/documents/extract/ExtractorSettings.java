package org.plumbline.documents.extract;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the worker processes are run.
 *
 * @param scratch a folder for the children's bytes, on a disk with room; made when absent
 * @param workers how many files are read at the same time
 * @param memoryMegabytes the Java heap of each worker
 * @param ocrProgram the OCR program, by name or path; when it is not there, pictures are reported as not read
 * @param ocrLanguages languages to look for, as tesseract names them; those not installed are passed over
 * @param ocrDpi resolution at which a page without text is drawn for OCR
 * @param sandbox how many of the walls have to stand
 * @param outsidePrograms where an outside tool isn't found by its own name: its name or path
 * @param filesPerWorker after so many files a worker is replaced, so that nothing it gathered lives long
 */
public record ExtractorSettings(
        Path scratch,
        int workers,
        int memoryMegabytes,
        String ocrProgram,
        List<String> ocrLanguages,
        int ocrDpi,
        Sandbox sandbox,
        Map<OutsideTool, String> outsidePrograms,
        int filesPerWorker) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z_]{2,20}");

    public ExtractorSettings {
        ocrLanguages = List.copyOf(ocrLanguages);
        outsidePrograms = Map.copyOf(outsidePrograms);
        if (workers < 1 || memoryMegabytes < 64 || filesPerWorker < 1) {
            throw new IllegalArgumentException("A worker needs at least 64 MB and there must be at least one");
        }
        if (ocrDpi < 50 || ocrDpi > 600) {
            throw new IllegalArgumentException("OCR works between 50 and 600 dots an inch, not at " + ocrDpi);
        }
        if (!ocrLanguages.stream().allMatch(l -> LANGUAGE.matcher(l).matches())) {
            throw new IllegalArgumentException("OCR languages are names such as eng or chi_sim, not " + ocrLanguages);
        }
    }

    /** Two workers of 512 MB, with the OCR program and languages of the platform's package list. */
    public static ExtractorSettings standard(Path scratch) {
        return new ExtractorSettings(
                scratch,
                2,
                512,
                "tesseract",
                List.of("eng", "deu", "fra", "spa", "rus"),
                200,
                Sandbox.FULL,
                Map.of(),
                20_000);
    }

    public ExtractorSettings withMemoryMegabytes(int value) {
        return new ExtractorSettings(
                scratch, workers, value, ocrProgram, ocrLanguages, ocrDpi, sandbox, outsidePrograms, filesPerWorker);
    }

    public ExtractorSettings withOcrProgram(String value) {
        return new ExtractorSettings(
                scratch,
                workers,
                memoryMegabytes,
                value,
                ocrLanguages,
                ocrDpi,
                sandbox,
                outsidePrograms,
                filesPerWorker);
    }

    public ExtractorSettings withOcrDpi(int value) {
        return new ExtractorSettings(
                scratch,
                workers,
                memoryMegabytes,
                ocrProgram,
                ocrLanguages,
                value,
                sandbox,
                outsidePrograms,
                filesPerWorker);
    }

    public ExtractorSettings withSandbox(Sandbox value) {
        return new ExtractorSettings(
                scratch,
                workers,
                memoryMegabytes,
                ocrProgram,
                ocrLanguages,
                ocrDpi,
                value,
                outsidePrograms,
                filesPerWorker);
    }

    public ExtractorSettings withWorkers(int value) {
        return new ExtractorSettings(
                scratch,
                value,
                memoryMegabytes,
                ocrProgram,
                ocrLanguages,
                ocrDpi,
                sandbox,
                outsidePrograms,
                filesPerWorker);
    }

    /** An outside tool under another name or path. */
    public ExtractorSettings withOutsideProgram(OutsideTool tool, String program) {
        Map<OutsideTool, String> programs = new EnumMap<>(OutsideTool.class);
        programs.putAll(outsidePrograms);
        programs.put(tool, program);
        return new ExtractorSettings(
                scratch, workers, memoryMegabytes, ocrProgram, ocrLanguages, ocrDpi, sandbox, programs, filesPerWorker);
    }
}
