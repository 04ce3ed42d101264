package org.plumbline.custody.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.custody.stock.Store.Stands;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Lists of what is where hold what the reader may see, whichever case it belongs to, and nothing else. */
class WhereaboutsTest extends ApplicationTest {
    private static final Instant LATER = Instant.parse("2100-05-02T10:00:00Z");
    private static final Instant BEFORE = Instant.parse("2020-05-02T10:00:00Z");

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    private Organisation office;
    private Member mara;
    private Browser reader;
    private Store store;
    private String room;
    private String box;

    @BeforeEach
    void aCaseWithAStore() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        reader = api(mara);
        store = new Store(reader, acting(mara), db, transactions);
        Browser keeper = api(member(office, "Ada Finch", Role.EVIDENCE_CUSTODIAN));
        room = Store.place(keeper, "A", "");
        box = Store.place(keeper, "A-1", room);
    }

    @Test
    void whatIsOutAndWhatIsOverdueAreToldApart() {
        store.actOn(store.received("out.bin"), Stands.in(box).outUntil(LATER));
        store.actOn(store.received("late.bin"), Stands.in(box).outUntil(BEFORE));
        String back = store.received("back.bin");
        store.actOn(back, Stands.in(box).outUntil(BEFORE));
        store.actOn(back, Stands.in(box));

        assertThat(reader.get("/api/v1/custody/out").body())
                .contains("out.bin", "late.bin", "\"with\":\"" + mara.id() + "\"")
                .doesNotContain("back.bin");
        assertThat(reader.get("/api/v1/custody/out?overdue=true").body())
                .contains("late.bin")
                .doesNotContain("out.bin", "back.bin");
        Browser page = browser(mara);
        assertThat(page.get("/custody").page().select("tbody").text())
                .contains("out.bin", "Not due yet", "Mara Quill", "Room A › Room A-1 (A-1)");
        assertThat(page.get("/custody?show=overdue").page().select("tbody").text())
                .contains("late.bin", "Overdue")
                .doesNotContain("out.bin");
    }

    @Test
    void aReleaseThatNobodyMetIsBetweenTwoPeople() {
        String bag = store.received("bag.bin");
        store.actOn(bag, Stands.betweenUntil(BEFORE));

        assertThat(reader.get("/api/v1/custody/transfers").body()).contains("bag.bin");
        assertThat(browser(mara)
                        .get("/custody?show=between")
                        .page()
                        .select("tbody")
                        .text())
                .contains("bag.bin", "Overdue");
        store.actOn(bag, Stands.in(box));
        assertThat(reader.get("/api/v1/custody/transfers").body()).doesNotContain("bag.bin");
    }

    @Test
    void aPlaceHoldsWhatStandsInItAndInThoseInIt() {
        store.actOn(store.received("boxed.bin"), Stands.in(box).sealed("S-1"));
        store.actOn(store.received("roomed.bin"), Stands.in(room));
        store.actOn(store.received("out.bin"), Stands.in(room).outUntil(LATER));
        store.actOn(store.received("gone.bin"), Stands.gone());

        assertThat(reader.get("/api/v1/storage-places/" + room + "/exhibits").body())
                .contains("boxed.bin", "roomed.bin", "\"seal\":\"S-1\"")
                .doesNotContain("out.bin", "gone.bin");
        assertThat(reader.get("/api/v1/storage-places/" + box + "/exhibits").body())
                .contains("boxed.bin")
                .doesNotContain("roomed.bin");
        assertThat(browser(mara)
                        .get("/storage-places/" + room + "/exhibits")
                        .page()
                        .select("tbody")
                        .text())
                .contains("boxed.bin", "S-1", "Mara Quill");
    }

    @Test
    void listsGoOnWhereAPageEnds() {
        for (String name : new String[] {"one.bin", "two.bin", "three.bin"}) {
            store.actOn(store.received(name), Stands.in(box).outUntil(LATER));
        }

        Browser.Answer first = reader.get("/api/v1/custody/out?limit=2");
        String next = first.body().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        Browser.Answer second = reader.get("/api/v1/custody/out?limit=2&before=" + next);

        assertThat(Store.items(first).size() + Store.items(second).size()).isEqualTo(3);
        assertThat(second.body()).doesNotContain("\"next\":\"");
    }

    @Test
    void nobodyElseSeesOrCountsThem() {
        String bag = store.received("bag.bin");
        store.actOn(bag, Stands.in(box).outUntil(LATER));
        Member colleague = member(office, "Petra Vale", Role.INVESTIGATOR, Role.EVIDENCE_CUSTODIAN);
        Browser stranger = api(member(organisation(), "Nuno Salt", Role.EVIDENCE_CUSTODIAN));

        assertThat(api(colleague).get("/api/v1/custody/out").body()).contains("\"items\":[]");
        assertThat(api(colleague)
                        .get("/api/v1/storage-places/" + room + "/exhibits")
                        .body())
                .contains("\"items\":[]");
        assertThat(stranger.get("/api/v1/custody/out").body()).contains("\"items\":[]");
        assertThat(stranger.get("/api/v1/storage-places/" + room + "/exhibits").status())
                .isEqualTo(stranger.get("/api/v1/storage-places/" + UUID.randomUUID() + "/exhibits")
                        .status())
                .isEqualTo(404);
    }
}
