package org.plumbline.charts.web;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The words of the chart pages in the reader's language: bundle keys to texts. */
public record ChartWords(Map<String, String> texts) {
    private static final String PREFIX = "charts.";
    private static final String CLIENT = "charts.client.";

    public ChartWords {
        texts = Map.copyOf(texts);
    }

    /** The text of a key, given without the leading {@code charts.}; a missing one is a bug. */
    public String of(String key) {
        var text = texts.get(PREFIX + key);
        if (text == null) {
            throw new IllegalStateException("messages/charts.properties has no " + PREFIX + key);
        }
        return text;
    }

    /** What the page's script says, as JSON: keys without their prefix, texts with plain {@code {names}}. */
    public String client() {
        var client = new TreeMap<String, String>();
        texts.forEach((key, text) -> {
            if (key.startsWith(CLIENT)) {
                client.put(key.substring(CLIENT.length()), text);
            }
        });
        return JsonMapper.shared().writeValueAsString(client);
    }
}
