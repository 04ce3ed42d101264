package org.plumbline.documents.web;

import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.web.Originals;
import org.plumbline.documents.PageImage;

/** A page of a document as a picture, with the ways to the pages beside it. */
public record PageImagePage(CaseHeader header, PageImage image) {
    /** The document itself. */
    public String href() {
        return header.href() + "/documents/" + image.document().id();
    }

    /** The text of the same page. */
    public String text() {
        return href() + "?page=" + image.page();
    }

    public Optional<String> earlier() {
        int before = image.pages() == 0 ? image.page() - 1 : Math.min(image.page() - 1, image.pages());
        return before > 0 ? Optional.of(href(before)) : Optional.empty();
    }

    public Optional<String> later() {
        return image.page() < image.pages() ? Optional.of(href(image.page() + 1)) : Optional.empty();
    }

    /** The original as the browser itself draws it; absent for what browsers don't draw. */
    public Optional<String> byBrowser() {
        return Originals.shown(image.document().facts().type().mediaType())
                ? Optional.of(text() + "&drawn=browser")
                : Optional.empty();
    }

    private String href(int page) {
        return href() + "/image?page=" + page;
    }
}
