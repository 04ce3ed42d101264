package org.plumbline.documents.web;

import java.util.List;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.FileKind;
import org.plumbline.custody.web.Originals;
import org.plumbline.documents.Documents;
import org.plumbline.documents.Item;
import org.plumbline.documents.Mails;
import org.plumbline.documents.extract.Section;
import org.plumbline.documents.extract.TableKinds;

/**
 * A document: its facts, its original, and one part of its text.
 *
 * @param part number of the part shown, from 1
 * @param parts how many there are
 * @param section the page, sheet or slide the part belongs to
 * @param body the text of the part
 * @param start where the part begins in the text, in UTF-16 units
 * @param query what was searched for; empty otherwise
 * @param byBrowser whether the browser is to draw the original itself
 * @param standing where a mail stands; absent for what is no mail
 */
public record DocumentPage(
        CaseHeader header,
        Documents.Reading reading,
        int part,
        int parts,
        Optional<Section> section,
        String body,
        int start,
        String query,
        boolean byBrowser,
        Optional<Mails.Standing> standing) {
    public String href() {
        return header.href() + "/documents/" + reading.document().id();
    }

    public String original() {
        return href() + "/original";
    }

    /** The part of a page that leads from hit to hit of the query in the text. */
    public String hits() {
        return href() + "/hits?q=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }

    public Item item() {
        return reading.document().item();
    }

    public FileKind kind() {
        return FileKind.of(reading.document().facts().type().mediaType());
    }

    /**
     * How the original stands beside the text: {@code page} for pages drawn here, {@code pdf} and {@code picture} for
     * what the browser draws, or empty.
     */
    public String viewer() {
        String type = reading.document().facts().type().mediaType();
        boolean pdf = type.equals("application/pdf");
        boolean picture = type.startsWith("image/") && !type.equals("image/svg+xml");
        if (!pdf && !picture) {
            return "";
        }
        boolean browser = Originals.shown(type) && (byBrowser || !drawnHere());
        return browser ? pdf ? "pdf" : "picture" : "page";
    }

    /** Whether pages of it may be drawn here: no reader here draws WebP, and every browser does. */
    public boolean drawnHere() {
        return !reading.document().facts().type().mediaType().equals("image/webp");
    }

    /** The picture of the page, where pages are drawn here. */
    public String image() {
        return href() + "/image?page=" + page();
    }

    /** The page of the original at which the viewer opens. */
    public int page() {
        return section.filter(s -> s.kind() == Section.Kind.PAGE)
                .map(Section::number)
                .orElse(1);
    }

    /** Whether the part is drawn as a table. */
    public boolean table() {
        return section.filter(s -> s.kind() == Section.Kind.SHEET).isPresent() || kind() == FileKind.SHEET;
    }

    /** Its tables cell by cell; empty for a kind that has none which are read. */
    public String tables() {
        return TableKinds.hold(reading.document().facts().type().mediaType()) ? href() + "/tables" : "";
    }

    /** The rows of the part, where it is drawn as a table. */
    public List<List<String>> rows() {
        return Rows.of(body);
    }

    /** The address of another part. */
    public String href(int number) {
        String q = query.isEmpty()
                ? ""
                : "&q=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
        return href() + "?part=" + number + q;
    }

    /** The way to a statement from the part shown; a selection in it adds its own place. */
    public String statement() {
        return href() + "/statement?at=" + start;
    }

    /** The conversation that a mail is part of. */
    public String thread() {
        return header.href() + "/mail/" + reading.document().id();
    }

    public String exhibit(Item item) {
        return header.href() + "/exhibits/" + item.exhibit();
    }

    public String href(Item child) {
        return Words.href(header.href(), child);
    }
}
