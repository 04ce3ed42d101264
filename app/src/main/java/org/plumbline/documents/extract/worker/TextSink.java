package org.plumbline.documents.extract.worker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Section;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML a Tika parser writes into plain text, and its page, sheet and slide marks into sections. */
final class TextSink extends DefaultHandler {
    private final Gathering into;
    private final Section.@Nullable Kind sections;
    private int body;
    private boolean heading;
    private final StringBuilder label = new StringBuilder();
    private final List<Integer> letters = new ArrayList<>();
    private int depth;
    private int pageDepth;

    TextSink(Gathering into, Section.@Nullable Kind sections) {
        this.into = into;
        this.sections = sections;
    }

    /** The letters and digits on each page that was marked, page 1 first. */
    List<Integer> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void startElement(@Nullable String uri, String local, String qName, Attributes attributes) {
        depth++;
        if (local.equals("body")) {
            body++;
            return;
        }
        String kind = String.valueOf(attributes.getValue("class"));
        if (sections == Section.Kind.SHEET) {
            startInWorkbook(local, kind);
        } else if (sections == Section.Kind.PAGE && kind.equals("page")) {
            begin("");
            letters.add(0);
            pageDepth = depth;
        } else if (sections == Section.Kind.SLIDE && kind.equals("slide-content")) {
            begin("");
        }
        if (local.equals("br") || local.equals("tr") || local.equals("li")) {
            into.line();
        }
    }

    private void startInWorkbook(String local, String kind) {
        if (local.equals("h1")) {
            heading = true;
            label.setLength(0);
        }
        if (kind.equals("page")) {
            into.line();
        }
    }

    @Override
    public void endElement(@Nullable String uri, String local, String qName) {
        if (depth == pageDepth) {
            pageDepth = 0;
        }
        depth--;
        if (local.equals("body")) {
            body--;
        }
        if (heading && local.equals("h1")) {
            heading = false;
            begin(label.toString().strip());
            into.append(label);
            into.append("\n");
        }
        if (local.equals("td") || local.equals("th")) {
            into.append("\t");
        }
    }

    private void begin(String name) {
        Section.Kind kind = sections;
        if (kind != null) {
            into.line();
            into.section(kind, into.sections(kind) + 1, name, false);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (heading) {
            label.append(characters, start, length);
        } else if (body > 0) {
            if (pageDepth > 0) {
                countLetters(characters, start, length);
            }
            into.append(new String(characters, start, length));
        }
    }

    private void countLetters(char[] characters, int start, int length) {
        int page = letters.size() - 1;
        int count = letters.get(page);
        for (int i = start; i < start + length; i++) {
            count += Character.isLetterOrDigit(characters[i]) ? 1 : 0;
        }
        letters.set(page, count);
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }
}
