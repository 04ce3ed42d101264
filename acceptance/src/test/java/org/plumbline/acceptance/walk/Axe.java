package org.plumbline.acceptance.walk;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Runs axe in a page and keeps what it calls serious or critical. */
final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
            async () => {
              const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
              return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
                .map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html).slice(0, 3).join(' and ')}`);
            }""";

    private Axe() {}

    static List<String> findings(Page page) {
        page.evaluate(SOURCE);
        return ((List<?>) page.evaluate(RUN)).stream().map(String.class::cast).toList();
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
