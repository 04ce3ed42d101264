package org.plumbline.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every string a person reads: the bundles {@code messages/<module>.properties} of all modules, in one key space. */
@Component
public final class Phrasebook {
    private static final String BUNDLES = "classpath*:messages/*.properties";

    private final Map<Language, Map<String, Wording>> wordings;

    /** Reads all bundles; a key in two bundles or a message that is not ICU syntax stops the start. */
    public Phrasebook() {
        this(bundled());
    }

    Phrasebook(Map<String, String> messages) {
        var all = new EnumMap<Language, Map<String, Wording>>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, compiled(messages, language));
        }
        this.wordings = all;
    }

    /** The texts as one reader sees them. */
    public Texts texts(Language language, ZoneId zone) {
        return new Texts(this, language, new Formats(zone));
    }

    /** All keys. */
    public Set<String> keys() {
        return Set.copyOf(in(Language.ENGLISH).keySet());
    }

    boolean has(String key) {
        return in(Language.ENGLISH).containsKey(key);
    }

    Wording wording(String key, Language language) {
        Wording wording = in(language).get(key);
        if (wording == null) {
            throw new IllegalStateException(
                    "No message \"" + key + "\" in any bundle; add it to messages/<module>.properties");
        }
        return wording;
    }

    private Map<String, Wording> in(Language language) {
        return java.util.Objects.requireNonNull(wordings.get(language));
    }

    private static Map<String, Wording> compiled(Map<String, String> messages, Language language) {
        var compiled = new HashMap<String, Wording>();
        messages.forEach((key, pattern) -> compiled.put(key, compiled(key, pattern, language)));
        return Map.copyOf(compiled);
    }

    private static Wording compiled(String key, String pattern, Language language) {
        try {
            return new Wording(pattern, language);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Message \"" + key + "\" is not ICU message syntax", e);
        }
    }

    private static Map<String, String> bundled() {
        var messages = new HashMap<String, String>();
        try {
            for (Resource bundle : new PathMatchingResourcePatternResolver().getResources(BUNDLES)) {
                read(bundle).forEach((key, text) -> {
                    if (messages.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("Message \"" + key + "\" is in two bundles; one is " + bundle);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The message bundles cannot be read", e);
        }
        return messages;
    }

    private static Properties read(Resource bundle) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
