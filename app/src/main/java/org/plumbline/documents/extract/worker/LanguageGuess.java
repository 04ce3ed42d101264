package org.plumbline.documents.extract.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.langdetect.opennlp.OpenNLPDetector;
import org.apache.tika.language.detect.LanguageResult;
import org.jspecify.annotations.Nullable;

/** Tells the language a text is mainly written in, when it is long enough to tell. */
final class LanguageGuess {
    private static final Map<String, String> SHORT = shortCodes();
    private static final int ENOUGH = 60;

    /**
     * The model shares its certainty among 148 languages, so that its figures are small; what tells is how far the
     * first is ahead of the second.
     */
    private static final float AHEAD = 1.1f;

    private static final int SAMPLE = 6000;

    private @Nullable OpenNLPDetector detector;

    /** Loads the model beside whatever else is done: it takes longer than most files. */
    void prepare() {
        Thread.ofPlatform().daemon().name("language-model").start(this::detector);
    }

    /** The language as an ISO 639-3 code. */
    Optional<String> of(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).strip();
        if (sample.length() < ENOUGH) {
            return Optional.empty();
        }
        OpenNLPDetector model = detector();
        model.reset();
        model.addText(sample);
        List<LanguageResult> found = model.detectAll();
        if (found.size() < 2
                || found.get(0).getRawScore() < AHEAD * found.get(1).getRawScore()) {
            return Optional.empty();
        }
        return Optional.of(found.getFirst().getLanguage());
    }

    /** The same as a BCP 47 tag, which prefers codes of two letters. */
    Optional<String> tag(String text) {
        return of(text).map(code -> SHORT.getOrDefault(code, code));
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(Locale.of(code).getISO3Language(), code);
        }
        // The model tells Mandarin from other Chinese; the tag in general use is the one of the macrolanguage.
        codes.put("cmn", "zh");
        return Map.copyOf(codes);
    }

    private synchronized OpenNLPDetector detector() {
        OpenNLPDetector model = detector;
        if (model == null) {
            model = new OpenNLPDetector();
            detector = model;
        }
        return model;
    }
}
