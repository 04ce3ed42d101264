package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeBodyTest {
    /** Characters of the text; as large as the largest that extraction lets through with -Dsearch.large=85000000. */
    private static final int SIZE = Integer.getInteger("search.large", 6_000_000);

    @TempDir
    Path folder;

    @Test
    void matchNearTheEndOfAVeryLongTextIsFoundShownAndLocated() {
        var text = new StringBuilder(SIZE + 100);
        for (int i = 0; text.length() < SIZE; i++) {
            text.append("entry ").append(i % 5_000).append(" of the harbour register 𝔘\n");
        }
        int at = text.length();
        text.append("the last tamarind crane\n");
        Body body = new Body(text.toString(), java.util.List.of(0, at / 2, at));
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, Harbour.OPEN, "t", body, Attributes.none()))) {
            index.commit("1");
            long began = System.nanoTime();
            Hit hit = Harbour.found(index, "\"tamarind crane\" OR register")
                    .hits()
                    .getFirst();
            long took = System.nanoTime() - began;

            assertThat(Harbour.marked(Harbour.found(index, "\"tamarind crane\"")
                            .hits()
                            .getFirst()
                            .snippets()
                            .getFirst()
                            .runs()))
                    .endsWith("the last [tamarind crane] ");
            assertThat(index.matches(Harbour.REACH, Harbour.key(1), "tamarind"))
                    .isEqualTo(new Places.Located(
                            java.util.List.of(new Places.Place(at + 9, at + 17, OptionalInt.of(3))), false));
            assertThat(hit.snippets()).hasSize(3);
            System.out.printf("PRINT text of %,d characters: a search with marks took %,d us%n", SIZE, took / 1_000);
        }
    }
}
