package org.plumbline.reports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.plumbline.reports.render.FontShelf;
import org.plumbline.reports.render.ReportRenderer;
import org.plumbline.reports.render.Words;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The renderer with the words of the bundles and one shelf of fonts for the whole application. */
@Configuration(proxyBeanMethods = false)
class RenderingConfiguration {
    /** Fonts of these folders stand in for characters that the shipped ones lack; none by default. */
    @Bean
    FontShelf fontShelf(@Value("${plumbline.reports.font-folders:}") List<String> folders) {
        return FontShelf.with(
                folders.stream().filter(f -> !f.isBlank()).map(Path::of).toList());
    }

    @Bean
    Words reportWords(Phrasebook phrasebook) {
        // Days and times of a report are written with its own patterns and zone; the zone of these texts is never used.
        Texts texts = phrasebook.texts(Language.ENGLISH, ZoneOffset.UTC);
        return texts::say;
    }

    @Bean
    ReportRenderer reportRenderer(Words words, Clock clock, FontShelf fonts) {
        return new ReportRenderer(words, clock, fonts);
    }
}
