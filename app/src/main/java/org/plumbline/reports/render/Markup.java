package org.plumbline.reports.render;

import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page tree under construction: text enters it as text and never as markup. */
final class Markup {
    private final Document tree;
    private final FontFit fonts;

    Markup(FontFit fonts) {
        this.fonts = fonts;
        try {
            this.tree = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java platform lacks an XML tree", e);
        }
    }

    Document tree() {
        return tree;
    }

    Element root(String tag, Map<String, String> attributes) {
        Element root = tree.createElement(tag);
        attributes.forEach(root::setAttribute);
        tree.appendChild(root);
        return root;
    }

    Element add(Element parent, String tag) {
        Element child = tree.createElement(tag);
        parent.appendChild(child);
        return child;
    }

    Element add(Element parent, String tag, String kind) {
        Element child = add(parent, tag);
        child.setAttribute("class", kind);
        return child;
    }

    /** Adds an element with text that runs in its own direction. */
    Element say(Element parent, String tag, String kind, String text) {
        Element child = add(parent, tag, kind);
        direct(child, text);
        text(child, text);
        return child;
    }

    void text(Element parent, String text) {
        parent.appendChild(tree.createTextNode(fonts.fit(text)));
    }

    /** Adds text exactly as given: style sheets and the like. */
    void raw(Element parent, String text) {
        parent.appendChild(tree.createTextNode(text));
    }

    void direct(Element element, String text) {
        if (BidiText.rightToLeft(text)) {
            element.setAttribute("dir", "rtl");
        }
    }
}
