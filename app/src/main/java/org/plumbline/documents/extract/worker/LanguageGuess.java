package org.plumbline.documents.extract.worker;

import java.util.Optional;
import org.apache.tika.langdetect.opennlp.OpenNLPDetector;
import org.apache.tika.language.detect.LanguageResult;
import org.jspecify.annotations.Nullable;

/** Tells the language a text is mainly written in, when it is long enough to tell. */
final class LanguageGuess {
    private static final int ENOUGH = 60;
    private static final int SAMPLE = 6000;

    private @Nullable OpenNLPDetector detector;

    Optional<String> of(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).strip();
        if (sample.length() < ENOUGH) {
            return Optional.empty();
        }
        OpenNLPDetector model = detector();
        model.reset();
        model.addText(sample);
        LanguageResult best = model.detect();
        return best.isUnknown() || best.getRawScore() < 0.5f
                ? Optional.empty()
                : Optional.of(best.getLanguage());
    }

    private OpenNLPDetector detector() {
        OpenNLPDetector model = detector;
        if (model == null) {
            model = new OpenNLPDetector();
            detector = model;
        }
        return model;
    }
}
