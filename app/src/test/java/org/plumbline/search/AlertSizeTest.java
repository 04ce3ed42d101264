package org.plumbline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Body;
import org.plumbline.search.index.Indexed;
import org.plumbline.search.saved.Alert;
import org.plumbline.search.saved.Alerts;
import org.plumbline.search.saved.SavedSearch;
import org.plumbline.search.saved.SavedSearches;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A search that finds very much already is none for what is new. */
class AlertSizeTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private SavedSearches saved;

    @Autowired
    private Alerts alerts;

    @Autowired
    private IndexKeeper keeper;

    @Autowired
    private Ids ids;

    @Test
    void tenThousandRecordsAreTheMost() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        CaseFile harbour = Acting.as(
                acting(mara),
                () -> cases.open(new OpenCase(
                        "Harbour works",
                        CaseType.INQUIRY,
                        Caveat.NONE,
                        "Who was paid for the quay?",
                        "Inspection Act, section 12",
                        "IO-2031/7",
                        "Contract reconciliation",
                        today.minusDays(2),
                        today.plusDays(30),
                        Optional.empty())));
        List<UUID> put =
                IntStream.rangeClosed(0, 10_000).mapToObj(i -> ids.next()).toList();
        SavedSearch search = Acting.as(
                acting(mara),
                () -> saved.save(harbour.id(), "Dredgings", Asked.of("dredgings", Optional.of(harbour.id()))));
        try {
            put(harbour, put);
            assertThatThrownBy(() -> ask(mara, harbour, search))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal().fields().getFirst())
                                    .satisfies(field -> {
                                        assertThat(field.code()).isEqualTo("alert-finds-too-much");
                                        assertThat(field.arguments()).containsEntry("count", "10001");
                                    }));
            assertThat(keeper.change(index -> index.delete(put.getFirst()))).isTrue();
            assertThat(ask(mara, harbour, search).search()).isEqualTo(search.id());
        } finally {
            keeper.change(index -> put.forEach(index::delete));
        }
    }

    private void put(CaseFile file, List<UUID> keys) {
        assertThat(keeper.change(index -> keys.forEach(key -> index.put(new Indexed(
                        key,
                        "journal-entry",
                        file.stamp().label(),
                        Optional.of(file.id()),
                        "Dredgings",
                        Body.none(),
                        Attributes.none())))))
                .isTrue();
    }

    private Alert ask(Member by, CaseFile file, SavedSearch search) {
        return Acting.as(acting(by), () -> alerts.ask(file.id(), search.id(), "matter", Optional.empty(), ""));
    }
}
