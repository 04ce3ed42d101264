package org.plumbline.site;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A sentence with pieces of a page in it. Each piece stands in the sentence as one private-use character. */
final class Woven implements Content {
    /** First code point of the private use area (Unicode 16, section 23.5); no message contains one. */
    private static final char FIRST_MARK = '\uE000';

    private final String sentence;
    private final List<Content> pieces;

    private Woven(String sentence, List<Content> pieces) {
        this.sentence = sentence;
        this.pieces = List.copyOf(pieces);
    }

    static Woven of(Map<String, Object> arguments, Function<Map<String, Object>, String> say) {
        var pieces = new ArrayList<Content>();
        var marked = new HashMap<>(arguments);
        marked.replaceAll((name, value) -> value instanceof Content piece ? marked(pieces, piece) : value);
        return new Woven(say.apply(marked), pieces);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        int from = 0;
        for (int i = 0; i < sentence.length(); i++) {
            int piece = sentence.charAt(i) - FIRST_MARK;
            if (piece >= 0 && piece < pieces.size()) {
                Escape.htmlContent(sentence.substring(from, i), output);
                pieces.get(piece).writeTo(output);
                from = i + 1;
            }
        }
        Escape.htmlContent(sentence.substring(from), output);
    }

    private static String marked(List<Content> pieces, Content piece) {
        pieces.add(piece);
        return String.valueOf((char) (FIRST_MARK + pieces.size() - 1));
    }
}
