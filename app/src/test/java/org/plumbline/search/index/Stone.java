package org.plumbline.search.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;

/** A record of the lists that an index is held against. */
record Stone(int number, LabelId label, String title, String text, String type, Optional<LocalDate> day) {
    static final LabelId OPEN = new LabelId(3);
    static final LabelId ALSO = new LabelId(5);
    static final LabelId SECRET = new LabelId(4);
    static final List<String> WORDS = List.of("quartz", "basalt", "gneiss", "marble", "slate", "chalk");
    static final CaseId CASE = new CaseId(new UUID(7, 8));

    static Stone random(Random random, int number) {
        String text = String.join(
                " ",
                IntStream.range(0, 1 + random.nextInt(5))
                        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                        .toList());
        return new Stone(
                number,
                List.of(OPEN, ALSO, SECRET).get(random.nextInt(3)),
                WORDS.get(random.nextInt(WORDS.size())),
                text,
                List.of("", "pdf", "mail").get(random.nextInt(3)),
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(LocalDate.of(2017, 6, 1).plusDays(random.nextInt(1200))));
    }

    UUID key() {
        return Harbour.key(number);
    }

    boolean isReachable() {
        return label.equals(OPEN) || label.equals(ALSO);
    }

    boolean holds(String word) {
        return title.equals(word) || List.of(text.split(" ", -1)).contains(word);
    }

    Indexed indexed() {
        Attributes attributes = Attributes.none().typed("", type);
        return new Indexed(
                key(),
                "document",
                label,
                Optional.of(CASE),
                title,
                Body.of(text),
                day.map(attributes::dated).orElse(attributes));
    }
}
