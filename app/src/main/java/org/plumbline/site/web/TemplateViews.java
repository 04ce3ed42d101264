package org.plumbline.site.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Finds the template of a view name: {@code cases/overview} is {@code cases/overview.jte}, compiled with the build. */
@Component
final class TemplateViews implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final FrameFactory frames;

    TemplateViews(FrameFactory frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        if (viewName.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return null;
        }
        String template = viewName + ".jte";
        // Left to the next resolver, a page without a template is forwarded to itself for ever.
        if (!engine.hasTemplate(template)) {
            throw new IllegalStateException("There is no template " + template);
        }
        return new TemplateView(engine, template, frames);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
