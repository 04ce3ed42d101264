package org.plumbline.bench.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.RecursiveParserWrapper;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BasicContentHandlerFactory;
import org.apache.tika.sax.RecursiveParserWrapperHandler;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.documents.extract.ExtractionRequest;
import org.plumbline.documents.extract.Extractor;
import org.plumbline.documents.extract.ExtractorSettings;
import org.plumbline.documents.extract.Limits;
import org.xml.sax.SAXException;

/** {@code ingest.sandboxed}: reading files behind all walls in one worker, beside the same Tika in this process. */
final class SandboxedReading {
    private static final Path CORPUS = Path.of("..", "shared", "data", "documents");
    private static final double GOAL = 0.7;
    private static final int EVERY_QUICK = 8;

    private final List<Path> files;
    private final int rounds;
    private final Parser tika = new RecursiveParserWrapper(new AutoDetectParser(new DefaultParser(
            MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry(),
            new ServiceLoader(),
            List.of(TesseractOCRParser.class))));

    /** @param quick an eighth of the files, in fewer rounds */
    SandboxedReading(boolean quick) {
        List<Path> all = corpus();
        this.files = Stream.iterate(0, i -> i < all.size(), i -> i + (quick ? EVERY_QUICK : 1))
                .map(all::get)
                .toList();
        this.rounds = quick ? 2 : 3;
    }

    Row measure(Consumer<String> progress) {
        Path scratch = folder();
        try (var extractor = Extractor.open(ExtractorSettings.standard(scratch).withWorkers(1))) {
            long ours = walled(extractor);
            long theirs = inProcess();
            progress.accept(String.format(
                    Locale.ROOT,
                    "%d files read once: %.1f million characters of text, %.1f in process",
                    files.size(),
                    ours / 1e6,
                    theirs / 1e6));
            Rounds both = Rounds.alternating(rounds, () -> rate(() -> walled(extractor)), () -> rate(this::inProcess));
            return Row.of(
                            new Row.Measure(
                                    "ingest.sandboxed",
                                    "reading " + files.size() + " received files and all inside them, without OCR",
                                    "files/s"),
                            new Row.Peer(
                                    "Tika in process",
                                    "Tika " + Tika.getString().replace("Apache Tika ", "")
                                            + " in this process, one thread, RecursiveParserWrapper, text kept in memory,"
                                            + " heap " + (Runtime.getRuntime().maxMemory() >> 20)
                                            + " MB; ours one worker of "
                                            + ExtractorSettings.standard(scratch)
                                                    .memoryMegabytes()
                                            + " MB behind " + extractor.walls().size()
                                            + " walls; ../shared/data/documents without hostile_*; warm-up one round of each; "
                                            + rounds + " rounds"),
                            both,
                            String.format(
                                    Locale.ROOT,
                                    "ours copies each file in, writes each one inside it to a disk and reads it in a call of its"
                                            + " own, guesses languages and keeps headers, and reads kinds that Tika doesn't: %.1f"
                                            + " million characters beside %.1f",
                                    ours / 1e6,
                                    theirs / 1e6))
                    .atLeast(GOAL);
        } catch (IOException e) {
            throw new UncheckedIOException("Files can't be read behind the walls here", e);
        } finally {
            delete(scratch);
        }
    }

    private interface Pass {
        long run();
    }

    private double rate(Pass pass) {
        long began = System.nanoTime();
        pass.run();
        return files.size() / ((System.nanoTime() - began) / 1e9);
    }

    private long walled(Extractor extractor) {
        var request = new ExtractionRequest(Limits.standard(), 0, false, List.of());
        return files.stream()
                .mapToLong(file -> walled(extractor, file, file.getFileName().toString(), request))
                .sum();
    }

    private static long walled(Extractor extractor, Path file, String name, ExtractionRequest request) {
        try (Extraction read = extractor.extract(file, name, request)) {
            long characters = read.text().length();
            for (Child child : read.children()) {
                characters += walled(extractor, child.content(), child.name(), request.below());
            }
            return characters;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private long inProcess() {
        return files.stream().mapToLong(this::inProcess).sum();
    }

    private long inProcess(Path file) {
        var handler = new RecursiveParserWrapperHandler(
                new BasicContentHandlerFactory(BasicContentHandlerFactory.HANDLER_TYPE.TEXT, -1));
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        var context = new ParseContext();
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        context.set(PDFParserConfig.class, pdf);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            tika.parse(in, handler, metadata, context);
        } catch (IOException | SAXException | TikaException damaged) {
            // what can't be read is a result on both sides
        }
        return handler.getMetadataList().stream()
                .map(each -> each.get(TikaCoreProperties.TIKA_CONTENT))
                .mapToLong(text -> text == null ? 0 : text.length())
                .sum();
    }

    private static List<Path> corpus() {
        try (Stream<Path> all = Files.walk(CORPUS)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> CORPUS.relativize(file).getNameCount() > 1)
                    .filter(file -> !CORPUS.relativize(file).toString().startsWith("hostile_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The documents beside the project can't be listed", e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("plumbline-bench-read-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the run", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the run could not be deleted", e);
        }
    }
}
