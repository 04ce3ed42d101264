package org.plumbline.search.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

/** Makes documents and queries out of few words, so that they meet often. */
final class RandomWorld {
    static final int LABELS = 12;
    private static final List<String> WORDS = List.of(
            "crane",
            "cranes",
            "quay",
            "harbour",
            "ledger",
            "contract",
            "berth",
            "north",
            "south",
            "ship",
            "Ünïcode",
            "合同",
            "港口",
            "договор",
            "anti-corruption",
            "Müller",
            "Mueller",
            "Petrov",
            "Петров",
            "محمد",
            "Mohammed",
            "王伟",
            "Wang Wei",
            "Robert",
            "Bob",
            "order",
            "order",
            "order");
    private static final List<String> TYPES = List.of("", "pdf", "mail", "spreadsheet");

    private final RandomGenerator random;

    RandomWorld(RandomGenerator random) {
        this.random = random;
    }

    Indexed document(int number) {
        Attributes attributes = Attributes.none()
                .typed("application/" + pick(List.of("pdf", "zip")), pick(TYPES))
                .in(pick(List.of("", "en", "de", "zh")))
                .outOf("E" + random.nextInt(9))
                .named("box/" + words(2) + ".txt")
                .sent(List.of(words(2)), List.of(words(1), words(1)));
        if (random.nextInt(4) > 0) {
            attributes = attributes.dated(LocalDate.of(2017, 1, 1).plusDays(random.nextInt(900)));
        }
        return new Indexed(
                Harbour.key(number),
                pick(List.of("document", "mail", "entity")),
                new LabelId(1 + random.nextInt(LABELS)),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new CaseId(Harbour.key(random.nextInt(3)))),
                words(3),
                Body.ofPages(List.of(words(random.nextInt(60)), words(random.nextInt(400)))),
                attributes);
    }

    String query() {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            parts.add(part());
        }
        return String.join(pick(List.of(" ", " AND ", " OR ")), parts);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String part() {
        return switch (random.nextInt(9)) {
            case 0 -> "\"" + words(2) + "\"";
            case 1 -> "\"" + words(2) + "\"~" + random.nextInt(6);
            case 2 -> pick(List.of("cr*", "*our*", "?uay", "con*t", "*rth"));
            case 3 -> pick(List.of("crana~1", "harbor~", "ledgre~2", "shap~1"));
            case 4 -> "NOT " + pick(WORDS);
            case 5 -> pick(List.of("title:", "from:", "to:", "name:", "body:")) + pick(WORDS);
            case 6 -> pick(List.of("date:2018", "date:[2017-06 TO 2018-03]", "type:pdf", "kind:mail", "date:>2018-05"));
            default -> pick(WORDS);
        };
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : random.nextInt(12) == 0 ? "\n" : " ").append(pick(WORDS));
        }
        return text.toString();
    }
}
