package org.plumbline.engine.model.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The closed lists of the FollowTheMoney model: countries, languages, topics, genders, each code with its English
 * label.
 */
final class CodeLists {
    private static final CodeLists MODEL = load();

    private final Map<String, Map<String, String>> lists;
    private final Map<String, String> countryByName;
    private final Map<String, String> languageByCode;

    private CodeLists(Map<String, Map<String, String>> lists) {
        this.lists = Map.copyOf(lists);
        this.countryByName = countryNames(list("country"));
        this.languageByCode = languageCodes(list("language"));
    }

    static CodeLists model() {
        return MODEL;
    }

    /** Code to label; empty for a type without a list. */
    Map<String, String> list(String type) {
        return lists.getOrDefault(type, Map.of());
    }

    /** Lower-case plain country name or ISO 3166-1 alpha-3 code to the model's code. */
    Map<String, String> countryByName() {
        return countryByName;
    }

    /** Lower-case ISO 639-1 or 639-2 code to the model's three-letter code. */
    Map<String, String> languageByCode() {
        return languageByCode;
    }

    private static Map<String, String> countryNames(Map<String, String> countries) {
        var names = new HashMap<String, String>();
        countries.forEach((code, label) -> names.put(label.toLowerCase(Locale.ROOT), code));
        for (String iso2 : Locale.getISOCountries()) {
            String code = iso2.toLowerCase(Locale.ROOT);
            if (countries.containsKey(code)) {
                Locale country = Locale.of("", iso2);
                names.putIfAbsent(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
                names.putIfAbsent(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            }
        }
        // The forms that registers use most and neither list holds.
        names.putIfAbsent("united states", "us");
        names.putIfAbsent("great britain", "gb");
        names.putIfAbsent("uk", "gb");
        return Map.copyOf(names);
    }

    private static Map<String, String> languageCodes(Map<String, String> languages) {
        var codes = new HashMap<String, String>();
        for (String iso1 : Locale.getISOLanguages()) {
            Locale language = Locale.of(iso1);
            if (languages.containsKey(language.getISO3Language())) {
                codes.put(iso1, language.getISO3Language());
            }
        }
        languages.keySet().forEach(code -> codes.put(code, code));
        return Map.copyOf(codes);
    }

    private static CodeLists load() {
        var lists = new HashMap<String, Map<String, String>>();
        for (Map.Entry<String, JsonNode> type : readTypes().properties()) {
            var values = new HashMap<String, String>();
            type.getValue()
                    .path("values")
                    .properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asString()));
            lists.put(type.getKey(), Map.copyOf(values));
        }
        return new CodeLists(lists);
    }

    private static JsonNode readTypes() {
        try (InputStream in = CodeLists.class.getResourceAsStream("/defaultModel.json")) {
            if (in == null) {
                throw new IllegalStateException("defaultModel.json of followthemoney is not on the class path");
            }
            return JsonMapper.shared().readTree(in).path("types");
        } catch (IOException e) {
            throw new UncheckedIOException("defaultModel.json of followthemoney cannot be read", e);
        }
    }
}
