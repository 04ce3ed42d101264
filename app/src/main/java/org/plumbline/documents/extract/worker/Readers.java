package org.plumbline.documents.extract.worker;

import java.util.Map;
import java.util.Set;
import org.plumbline.documents.extract.Wanted;

/** Which reader reads which type. */
final class Readers {
    private static final Set<String> ZIP = Set.of(
            "application/zip",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/x-itunes-ipa",
            "application/vnd.google-earth.kmz");
    private static final Set<String> STREAMED = Set.of(
            "application/x-tar",
            "application/x-gtar",
            "application/x-ustar",
            "application/x-cpio",
            "application/x-archive",
            "application/x-unix-archive",
            "application/x-arj",
            "application/x-tika-unix-dump");
    private static final Set<String> COMPRESSED = Set.of(
            "application/gzip",
            "application/x-bzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-lzma",
            "application/x-compress",
            "application/x-lz4",
            "application/x-snappy",
            "application/x-snappy-framed",
            "application/zlib");

    /** Read by an outside tool alone, with what they are called. */
    private static final Map<String, String> OUTSIDE = Map.of(
            "application/x-iso9660-image", "ISO",
            "application/x-lharc", "LHA",
            "application/x-xar", "XAR");

    private final TikaReader tika = new TikaReader();
    private final ArchiveReader archive = new ArchiveReader();
    private final FormatReader ooxml = new OoxmlReader(tika);
    private final FormatReader pdf;
    private final FormatReader image;
    private final FormatReader text = new TextReader();
    private final MailReader mail = new MailReader(tika);

    Readers(LanguageGuess languages) {
        pdf = new PdfReader(tika, languages);
        image = new ImageReader(tika, languages);
    }

    FormatReader of(Wanted wanted, String type) {
        return switch (wanted) {
            case Wanted.Reading reading -> of(type);
            case Wanted.PagePicture picture -> new PageReader(picture);
            case Wanted.TableRows rows -> new TableReader(rows, tika);
        };
    }

    private FormatReader of(String type) {
        if (ZIP.contains(type)) {
            return new ZipReader();
        }
        if (STREAMED.contains(type)) {
            return archive;
        }
        if (COMPRESSED.contains(type)) {
            return new CompressedReader(archive);
        }
        if (type.startsWith("image/") && !type.equals("image/svg+xml")) {
            return image;
        }
        if (type.contains("openxmlformats-officedocument") || type.contains("macroenabled")) {
            return ooxml;
        }
        String outside = OUTSIDE.get(type);
        return outside == null ? byName(type) : new OutsideArchiveReader(outside);
    }

    private FormatReader byName(String type) {
        return switch (type) {
            case "application/pdf" -> pdf;
            case "message/rfc822" -> mail;
            case "application/mbox" -> new MboxReader();
            case "application/vnd.ms-outlook-pst" -> new PstReader();
            case "application/x-7z-compressed" -> new SevenZipReader();
            case "application/x-rar-compressed", "application/vnd.rar", "application/x-rar" -> new RarReader();
            case "application/vnd.ms-cab-compressed" -> new CabReader();
            case EwfReader.TYPE -> new EwfReader();
            case Aff4Reader.TYPE -> new Aff4Reader();
            case "text/calendar", "text/x-vcard", "text/vcard" -> new CardReader();
            case "application/x-mswrite" -> new WriteReader();
            case "application/x-mobipocket-ebook", "chemical/x-pdb", "application/vnd.palm" -> new PalmReader(tika);
            case "application/pkcs7-signature", "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                new SignedReader();
            default -> readsAsText(type) ? text : tika;
        };
    }

    private static boolean readsAsText(String type) {
        return type.startsWith("text/") && !type.equals("text/html") && !type.equals("text/xml");
    }
}
