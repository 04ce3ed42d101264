package org.plumbline.reports;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plumbline.reports.render.FontShelf;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which scripts a report can be printed in. */
@Component
@Order(60)
class FontHealth implements HealthCheck {
    /** A common letter of each script that names and documents of European investigations come in. */
    private static final List<Integer> LETTERS =
            "AЖΩعא中あ한กकবதაԱአ".codePoints().boxed().toList();

    private final FontShelf fonts;

    FontHealth(FontShelf fonts) {
        this.fonts = fonts;
    }

    @Override
    public List<Finding> look() {
        List<Integer> without =
                LETTERS.stream().filter(letter -> !fonts.has(letter)).toList();
        String scripts = without.stream().map(FontHealth::script).collect(Collectors.joining(", "));
        return List.of(
                without.isEmpty()
                        ? Finding.good("fonts", "complete", "all", LETTERS.size())
                        : Finding.missing("fonts", "scripts-missing", "all", LETTERS.size(), "without", scripts));
    }

    private static String script(int letter) {
        String name = UnicodeScript.of(letter).name().toLowerCase(Locale.ROOT);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
