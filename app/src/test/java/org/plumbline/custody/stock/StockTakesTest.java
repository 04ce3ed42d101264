package org.plumbline.custody.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.custody.stock.Store.Stands;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** A custodian without any case counts a place: what differs is found, and nothing of a case is told. */
class StockTakesTest extends ApplicationTest {
    private static final Instant LATER = Instant.parse("2031-05-02T10:00:00Z");

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    private Organisation office;
    private Member ada;
    private Browser keeper;
    private Store store;
    private String room;
    private String box;
    private String cellar;

    @BeforeEach
    void aRoomWithABox() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.EVIDENCE_CUSTODIAN);
        keeper = api(ada);
        Member mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        store = new Store(api(mara), acting(mara), db, transactions);
        room = Store.place(keeper, "A", "");
        box = Store.place(keeper, "A-1", room);
        cellar = Store.place(keeper, "C", "");
    }

    @Test
    void whatStandsWhereTheRecordsHaveItDiffersInNothing() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(box).sealed("S-1"));
        String take = begin(room);

        assertThat(scan(take, quay, "S-1").body()).contains("\"found\":\"here\"", "\"other_seal\":false");
        assertThat(end(take).body()).contains("\"expected\":1", "\"seen\":1", "\"differences\":[]");
    }

    @Test
    void whatWasNotSeenIsMissing() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(box).sealed("S-1"));
        store.actOn(store.received("crane.bin"), Stands.in(room));

        String ended = end(begin(room)).body();

        assertThat(ended)
                .contains("\"kind\":\"missing\",\"code\":\"" + quay + "\"", "\"place\":\"" + box + "\"")
                .contains("\"recorded_seal\":\"S-1\"", "\"kind\":\"untagged\",\"place\":\"" + room + "\"");
    }

    @Test
    void whatIsSeenAndKeptElsewhereOutBetweenOrEndedIsMisplaced() {
        String there = store.tagged("there.bin");
        store.act(there, Stands.in(cellar));
        String out = store.tagged("out.bin");
        store.act(out, Stands.in(room).outUntil(LATER));
        String between = store.tagged("between.bin");
        store.act(between, Stands.betweenUntil(LATER));
        String ended = store.tagged("ended.bin");
        store.act(ended, Stands.gone());
        String nowhere = store.tagged("nowhere.bin");
        String take = begin(room);

        for (String code : List.of(there, out, between, ended, nowhere)) {
            scan(take, code, "");
        }

        assertThat(end(take).body())
                .contains(
                        misplaced(there, "elsewhere"),
                        misplaced(out, "out"),
                        misplaced(between, "between"),
                        misplaced(ended, "ended"),
                        misplaced(nowhere, "nowhere"))
                .contains("\"expected\":0");
    }

    @Test
    void anotherSealAndAnUnknownTagAreFound() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(room).sealed("S-1"));
        String take = begin(room);

        assertThat(scan(take, quay, "S-7").body()).contains("\"other_seal\":true");
        assertThat(scan(take, "0000-0000-0000", "").body()).contains("\"found\":\"unknown\"");

        assertThat(end(take).body())
                .contains("\"kind\":\"seal\",\"code\":\"" + quay + "\"", "\"seal\":\"S-7\",\"recorded_seal\":\"S-1\"")
                .contains("\"kind\":\"unknown\",\"code\":\"0000-0000-0000\"");
    }

    @Test
    void aTagScannedAgainCountsOnceAndItsLastScanHolds() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(room).sealed("S-1"));
        String take = begin(room);

        scan(take, quay, "S-7");
        scan(take, quay, "S-1");

        assertThat(end(take).body()).contains("\"seen\":1", "\"differences\":[]");
    }

    @Test
    void whatCameOrWentMeanwhileIsNotMissing() {
        String went = store.tagged("went.bin");
        store.act(went, Stands.in(room));
        String came = store.tagged("came.bin");
        String take = begin(room);

        store.act(went, Stands.in(cellar));
        store.act(came, Stands.in(room));

        assertThat(end(take).body()).contains("\"expected\":0", "\"differences\":[]");
    }

    @Test
    void theCustodianIsToldTagsSealsAndPlacesAndNothingOfTheCase() {
        String quay = store.tagged("secret-witness.bin");
        store.act(quay, Stands.in(room));
        String take = begin(room);
        scan(take, quay, "");
        Browser page = browser(ada);

        String caseId = store.base().replaceAll(".*/", "");
        assertThat(List.of(
                        keeper.get("/api/v1/stock-takes/" + take).body(),
                        page.get("/stock-takes/" + take).body(),
                        end(take).body(),
                        page.get("/stock-takes/" + take).body()))
                .allSatisfy(told ->
                        assertThat(told).contains(quay).doesNotContain(caseId, "secret-witness", "E0001", "Harbour,"));
        assertThat(keeper.get("/api/v1/tags/" + quay).status()).isEqualTo(404);
        assertThat(keeper.get(store.base()).status()).isEqualTo(404);
    }

    @Test
    void aStockTakeIsCountedOnAPageAndSignedOff() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(room));
        Browser page = browser(ada);

        Browser.Answer begun = page.submit(page.get("/stock-takes"), "/stock-takes", Map.of("place", room));
        Browser.Answer wrong = page.submit(begun, "/scans", Map.of("code", "E0007", "seal", "S-1"));
        Browser.Answer kept = page.submit(wrong, "/scans", Map.of("code", quay, "seal", ""));
        Browser.Answer ended = page.submit(kept, "/end", Map.of("note", "The lamp is out"));

        assertThat(begun.page().text()).contains("Seen here: 0 of 1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#f-seal").val()).isEqualTo("S-1");
        assertThat(kept.page().text()).contains("Belongs here " + quay, "Seen here: 1 of 1");
        assertThat(ended.page().text()).contains("Nothing differs", "Signed off by Ada Finch", "The lamp is out");
        assertThat(page.get("/stock-takes").page().text()).contains("Room A (A)", "Signed off", "Ada Finch");
    }

    @Test
    void whatIsSignedOffStays() {
        String take = begin(room);
        end(take);

        assertThat(scan(take, "0000-0000-0000", "").body()).contains("stock-take-ended");
        assertThat(end(take).body()).contains("stock-take-ended");
    }

    @Test
    void aPlaceInWhichThingsAreKeptIsNotClosed() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(box));

        Browser.Answer refused =
                keeper.json("POST", "/api/v1/storage-places/" + box + "/close", "{\"reason\": \"Torn\"}");
        store.act(quay, Stands.in(cellar));

        assertThat(refused.body()).contains("place-holds-exhibits", "kept there by the records: 1");
        assertThat(keeper.json("POST", "/api/v1/storage-places/" + box + "/close", "{\"reason\": \"Torn\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyCustodiansCountAndNobodyCountsAnothersStore() {
        String quay = store.tagged("quay.bin");
        store.act(quay, Stands.in(room));
        String take = begin(room);
        Browser investigator = api(member(office, "Petra Vale", Role.INVESTIGATOR));
        Browser stranger = api(member(organisation(), "Nuno Salt", Role.EVIDENCE_CUSTODIAN));

        assertThat(investigator.get("/api/v1/stock-takes").body()).contains("role-missing");
        assertThat(investigator.json("POST", "/api/v1/stock-takes", "{}").body())
                .contains("role-missing");
        assertThat(stranger.json("POST", "/api/v1/stock-takes", "{\"place\": \"" + room + "\"}")
                        .body())
                .contains("place-unknown");
        for (String id : List.of(take, UUID.randomUUID().toString())) {
            assertThat(stranger.get("/api/v1/stock-takes/" + id).status()).isEqualTo(404);
            assertThat(scanBy(stranger, id, quay).status()).isEqualTo(404);
        }
        String theirs = Store.place(stranger, "A", "");
        String own = Store.id(stranger.json("POST", "/api/v1/stock-takes", "{\"place\": \"" + theirs + "\"}"));
        assertThat(scanBy(stranger, own, quay).body()).contains("\"found\":\"unknown\"");
    }

    private static String misplaced(String code, String found) {
        return "\"kind\":\"misplaced\",\"code\":\"" + code + "\",\"found\":\"" + found + "\"";
    }

    private String begin(String place) {
        return Store.id(keeper.json("POST", "/api/v1/stock-takes", "{\"place\": \"" + place + "\"}"));
    }

    private Browser.Answer scan(String take, String code, String seal) {
        return keeper.json(
                "POST",
                "/api/v1/stock-takes/" + take + "/scans",
                "{\"code\": \"" + code + "\", \"seal\": \"" + seal + "\"}");
    }

    private static Browser.Answer scanBy(Browser api, String take, String code) {
        return api.json("POST", "/api/v1/stock-takes/" + take + "/scans", "{\"code\": \"" + code + "\"}");
    }

    private Browser.Answer end(String take) {
        return keeper.json("POST", "/api/v1/stock-takes/" + take + "/end", "{}");
    }
}
