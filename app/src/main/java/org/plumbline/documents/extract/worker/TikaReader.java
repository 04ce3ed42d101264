package org.plumbline.documents.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.DefaultHtmlMapper;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Outcome;
import org.plumbline.documents.extract.Section;
import org.xml.sax.SAXException;

/** Reads every kind Tika has a parser for, with children captured as bytes instead of being read in passing. */
final class TikaReader implements FormatReader {
    private static final Set<String> WORKBOOKS = Set.of(
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
            "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.ms-excel.sheet.binary.macroenabled.12");

    private final CompositeParser parser = new DefaultParser(
            MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry(),
            new ServiceLoader(),
            List.of(TesseractOCRParser.class));
    private final Set<MediaType> known = parser.getSupportedTypes(new ParseContext());

    @Override
    public void read(Source source, Gathering into) throws IOException, SAXException, TikaException {
        readAs(source, into, new TextSink(into, sections(source.type())));
    }

    /** Reads with the given sink. */
    void readAs(Source source, Gathering into, TextSink sink) throws IOException, SAXException, TikaException {
        if (!reads(source)) {
            into.rule(new Outcome.Unsupported(source.type(), ""));
            return;
        }
        Metadata metadata = metadata(source);
        try (TikaInputStream in = TikaInputStream.get(source.file())) {
            parser.parse(in, sink, metadata, context(new ChildCapture(source, into)));
        } finally {
            into.facts().take(metadata);
            MessageFacts.take(source, metadata, into);
        }
    }

    /** Gives the tables of a file, with every row and cell in its place; what is embedded is left alone. */
    void tables(Source source, TableSink sink) throws IOException, SAXException, TikaException {
        ParseContext context = context(ChildCapture.none());
        context.get(OfficeParserConfig.class).setIncludeMissingRows(true);
        context.set(HtmlMapper.class, new SpannedCells());
        try (TikaInputStream in = TikaInputStream.get(source.file())) {
            parser.parse(in, sink, metadata(source), context);
        }
    }

    /** Says of a cell how many columns it takes, beside what is said of elements otherwise. */
    private static final class SpannedCells extends DefaultHtmlMapper {
        @Override
        public @Nullable String mapSafeAttribute(String element, String attribute) {
            return attribute.equalsIgnoreCase("colspan") ? "colspan" : super.mapSafeAttribute(element, attribute);
        }
    }

    /** Reads the words of an HTML body that came inside something else. */
    void html(byte[] bytes, Charset charset, Gathering into) throws IOException, SAXException, TikaException {
        ParseContext context = new ParseContext();
        context.set(EncodingDetector.class, (in, metadata) -> charset);
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, ChildCapture.none());
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, "text/html");
        try (InputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            new JSoupParser().parse(in, new TextSink(into, null), metadata, context);
        }
    }

    /** Whether Tika has a parser for the type or for one it specialises. */
    boolean reads(Source source) {
        MediaType each = MediaType.parse(source.exactType());
        while (each != null && !each.equals(MediaType.OCTET_STREAM)) {
            if (known.contains(each)) {
                return true;
            }
            each = parser.getMediaTypeRegistry().getSupertype(each);
        }
        return false;
    }

    private static Metadata metadata(Source source) {
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, source.exactType());
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, source.name());
        return metadata;
    }

    private static ParseContext context(ChildCapture children) {
        ParseContext context = new ParseContext();
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, children);
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setExtractAcroFormContent(true);
        pdf.setExtractAnnotationText(true);
        // Words set sideways, such as a notice along the margin, come out whole and not letter by letter.
        pdf.setDetectAngles(true);
        context.set(PDFParserConfig.class, pdf);
        OfficeParserConfig office = new OfficeParserConfig();
        office.setIncludeDeletedContent(true);
        office.setIncludeMoveFromContent(true);
        office.setIncludeHeadersAndFooters(true);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    private static Section.@Nullable Kind sections(String type) {
        if (WORKBOOKS.contains(type)) {
            return Section.Kind.SHEET;
        }
        return type.contains("powerpoint") || type.contains("presentationml") ? Section.Kind.SLIDE : null;
    }
}
