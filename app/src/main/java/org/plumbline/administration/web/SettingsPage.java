package org.plumbline.administration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.settings.Resolved;
import org.plumbline.site.Texts;

/**
 * Every setting by group.
 *
 * @param groups settings by the word that names their group
 */
public record SettingsPage(Map<String, List<Resolved>> groups) {
    private static final String FIRST = "installation";

    static SettingsPage of(List<Resolved> all) {
        return new SettingsPage(all.stream()
                .collect(Collectors.groupingBy(SettingsPage::group, LinkedHashMap::new, Collectors.toList())));
    }

    /** The first table of the key; what stands in none concerns the whole installation. */
    private static String group(Resolved one) {
        String key = one.setting().key();
        return key.contains(".") ? key.substring(0, key.indexOf('.')) : FIRST;
    }

    /** What holds, in words where nothing does. */
    public String value(Resolved one, Texts texts) {
        return one.value().isEmpty() ? texts.say("settings.nothing") : one.value();
    }

    /** Where that comes from. */
    public String origin(Resolved one, Texts texts) {
        return one.isSet() ? one.origin() : texts.say("settings.otherwise");
    }
}
