package org.plumbline.charts.web;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Texts;
import org.springframework.stereotype.Component;

/** The words of the chart's page in the reader's language. The script fills in the {names} itself, so they stay. */
@Component
class ChartWording {
    private static final String MODULE = "charts.";
    private static final Map<String, Object> AS_WRITTEN = new AsWritten();

    private final Phrasebook phrasebook;

    ChartWording(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    ChartWords words(Texts texts) {
        var said = new HashMap<String, String>();
        phrasebook.keys().stream()
                .filter(key -> key.startsWith(MODULE) && !key.startsWith("charts.page."))
                .forEach(key -> said.put(key, texts.say(key, AS_WRITTEN)));
        return new ChartWords(said);
    }

    /** Has every name, and gives for it the name in braces. */
    private static final class AsWritten extends AbstractMap<String, Object> {
        @Override
        public @Nullable Object get(@Nullable Object name) {
            return "{" + name + "}";
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return true;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Set.of();
        }
    }
}
