package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.documents.Harbour.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.access.Compartments;
import org.plumbline.cases.Cases;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class LikenessesTest extends ApplicationTest {
    private static final String NOTE =
            "The dredging of berth seven was ordered in March and paid in April by the metre and"
                    + " once more in May although nobody had measured the quay again after the storm of the second of"
                    + " April when the crane of the northern pier was moved";

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Documents documents;

    @Autowired
    private Likenesses likenesses;

    @Autowired
    private Compartments compartments;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void people() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR, Role.SUPERVISOR);
        harbour = asMara(() -> cases.open(Harbour.opening()).id());
    }

    @Test
    void sameBytesSameWordsAndNearlyTheSameAreToldApart() {
        ingest(files(
                "note.txt",
                NOTE,
                "copy.txt",
                NOTE,
                "page.html",
                "<html><body><h1>" + NOTE.replace("April", "<b>April</b>") + "</h1></body></html>",
                "near.txt",
                NOTE.replace("pier was moved", "pier was sold"),
                "far.txt",
                NOTE.replace("the", "no").replace("was", "is").replace("April", "June"),
                "short.txt",
                "Paid twice.",
                "short.html",
                "<html><body>Paid twice</body></html>"));

        Likeness like = like("note.txt");

        assertThat(like.bytes()).extracting(Item::path).containsExactly("copy.txt");
        assertThat(paths(like.text())).containsExactly("page.html");
        assertThat(like.near()).singleElement().satisfies(near -> {
            assertThat(near.document().item().path()).isEqualTo("near.txt");
            assertThat(near.score()).isGreaterThanOrEqualTo(0.8).isLessThan(1);
        });
        assertThat(like.more()).isFalse();
        assertThat(like("short.txt").near()).isEmpty();
        assertThat(paths(like("short.txt").text())).containsExactly("short.html");
        assertThat(like("far.txt").isNone()).isTrue();
        List<UUID> all = asMara(() -> documents.list(harbour, Optional.empty(), 20)).stream()
                .map(Document::id)
                .toList();
        assertThat(asMara(() -> likenesses.repeated(harbour, all)))
                .containsExactlyInAnyOrder(id("note.txt"), id("page.html"), id("short.txt"), id("short.html"));
    }

    @Test
    void aTemplateSentManyTimesIsNamedUpToABoundAndSaysSo() {
        Object[] letters = IntStream.range(0, 30)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of((Object) ("l" + i + ".txt"), NOTE + " number " + i))
                .toArray();
        ingest(files(letters));

        Likeness like = like("l7.txt");

        assertThat(like.near()).hasSize(10);
        assertThat(like.more()).isTrue();
    }

    @Test
    void whatACompartmentHoldsIsLikeNothingOutsideIt() {
        UUID compartment = asMara(
                () -> compartments.make(harbour, "Source", "A source is in it").id());
        ingest(files("note.txt", NOTE));
        Acting at = acting(mara);
        var inside = new Acting(
                at.member(),
                at.name(),
                at.organisation(),
                at.roles(),
                at.session(),
                at.channel(),
                Optional.of(new Acting.Purpose(harbour, "Contract reconciliation", Optional.of(compartment))));

        Acting.as(
                inside,
                () -> Harbour.ingest(
                        ingestions,
                        harbour,
                        files("same.txt", NOTE + ".", "near.txt", NOTE.replace("pier was moved", "pier was sold"))));

        UUID note = id("note.txt");
        assertThat(like("note.txt").isNone()).isTrue();
        assertThat(asMara(() -> likenesses.repeated(harbour, List.of(note)))).isEmpty();
        Likeness seen = Acting.as(inside, () -> likenesses.of(harbour, note));
        assertThat(paths(seen.text())).containsExactly("same.txt");
        assertThat(seen.near()).hasSize(1);
    }

    private static List<String> paths(List<Document> documents) {
        return documents.stream().map(d -> d.item().path()).toList();
    }

    private Likeness like(String path) {
        UUID id = id(path);
        return asMara(() -> likenesses.of(harbour, id));
    }

    private UUID id(String path) {
        return asMara(() -> documents.list(harbour, Optional.empty(), 100)).stream()
                .filter(d -> d.item().path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void ingest(Map<String, byte[]> files) {
        asMara(() -> Harbour.ingest(ingestions, harbour, files));
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }
}
