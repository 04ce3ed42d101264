package org.plumbline.custody.packages.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.plumbline.custody.packages.PackedExhibit;
import org.plumbline.custody.packages.PrintedCustody;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.site.Texts;

/** Writes the page of chains in the language and zone of whoever makes the package. */
final class PrintedPage implements PrintedCustody {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private final Texts texts;

    PrintedPage(Texts texts) {
        this.texts = texts;
    }

    @Override
    public byte[] html(Handling handling, List<PackedExhibit> exhibits) {
        var page = new StringOutput();
        ENGINE.render(
                "custody/packages/printed.jte", Map.of("texts", texts, "terms", handling, "exhibits", exhibits), page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
