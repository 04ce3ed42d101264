package org.plumbline.search.web;

import java.util.Locale;
import java.util.Map;
import org.plumbline.kernel.Refusal;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Problem;
import org.plumbline.site.Sentences;
import org.plumbline.site.Texts;

/** The reader's words for kinds, types, languages and faults, and the icons beside them. */
final class SearchWords {
    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("journal-entry", "pencil"),
            Map.entry("task", "circle-check"),
            Map.entry("case", "folders"),
            Map.entry("entity", "schema"),
            Map.entry("mail", "mail"),
            Map.entry("spreadsheet", "table"),
            Map.entry("image", "camera"),
            Map.entry("web", "world"),
            Map.entry("archive", "file-zip"));

    private SearchWords() {}

    static String icon(Hit hit) {
        return ICONS.getOrDefault(hit.kind(), ICONS.getOrDefault(hit.typeGroup(), "file-text"));
    }

    /** What a record is: its type where one is stated, else its kind. */
    static String kind(Hit hit, Texts texts) {
        return hit.typeGroup().isEmpty()
                ? value(FacetName.KIND, hit.kind(), texts)
                : value(FacetName.TYPE, hit.typeGroup(), texts);
    }

    /** A facet's value as the reader knows it. */
    static String value(FacetName name, String value, Texts texts) {
        if (value.isEmpty()) {
            return texts.say("search.not-stated");
        }
        return switch (name) {
            case KIND, TYPE -> named("search." + SearchAddress.parameter(name) + "." + value, value, texts);
            case LANGUAGE -> language(value, texts);
            case SOURCE, DATE -> value;
        };
    }

    private static String named(String key, String otherwise, Texts texts) {
        return texts.has(key) ? texts.say(key) : otherwise;
    }

    private static String language(String tag, Texts texts) {
        String name = Locale.forLanguageTag(tag)
                .getDisplayLanguage(Locale.forLanguageTag(texts.language().tag()));
        return name.isEmpty() ? tag : name;
    }

    /** The sentence of a query's fault. */
    static String sentence(Problem problem, Texts texts) {
        return Sentences.of(refusal(problem), texts);
    }

    static Refusal refusal(Problem problem) {
        return Refusal.of(Refusal.Kind.INVALID, problem.code(), problem.arguments());
    }
}
