package org.plumbline.documents.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.plumbline.documents.Item;
import org.plumbline.documents.PrintedCompleteness;
import org.plumbline.engine.evidence.completeness.Completeness;
import org.plumbline.site.Texts;

/** Writes a statement of completeness in the language and zone of whoever makes it. */
final class PrintedCompletenessPage implements PrintedCompleteness {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private final Texts texts;

    PrintedCompletenessPage(Texts texts) {
        this.texts = texts;
    }

    @Override
    public byte[] html(Completeness stated, List<Item> notWhole, boolean more) {
        var page = new StringOutput();
        ENGINE.render(
                "documents/completeness.jte",
                Map.of("texts", texts, "stated", stated, "notWhole", notWhole, "more", more),
                page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
