package org.plumbline.reports.render;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The shipped words of the reports, read as the application reads them. */
final class Bundle implements Words {
    private final Properties messages = new Properties();

    Bundle() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Bundle.class.getResourceAsStream("/messages/reports.properties")),
                StandardCharsets.UTF_8)) {
            messages.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String say(String key, Map<String, Object> arguments) {
        String message = messages.getProperty(key);
        if (message == null) {
            throw new IllegalStateException("No message has the key " + key);
        }
        return new MessageFormat(message, Locale.ENGLISH).format(arguments);
    }
}
