package org.plumbline.custody.places.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.Places;
import org.plumbline.custody.places.StoragePlaces;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** The storage places of an organisation: who keeps them, who sees them, and what stays of each change. */
class StoragePlacesTest extends ApplicationTest {
    @Autowired
    private StoragePlaces keeping;

    @Autowired
    private Places places;

    private Organisation office;
    private Member ada;
    private Member mara;
    private Place quay;
    private Place room;

    @BeforeEach
    void aSiteWithARoom() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.EVIDENCE_CUSTODIAN);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        quay = as(() -> keeping.make("q", "site", "Quay house", Optional.empty(), ""));
        room = as(() -> keeping.make("Q-1", "room", "Room 1", Optional.of(quay.id()), "Has a lock"));
    }

    @Test
    void aPlaceIsMadeInAnotherRenamedAndMoved() {
        Browser browser = browser(ada);

        Browser.Answer made = browser.submit(
                browser.get("/storage-places"),
                "/storage-places",
                Map.of(
                        "code",
                        "q-1-s",
                        "kind",
                        "safe",
                        "name",
                        "Safe",
                        "parent",
                        room.id().toString()));
        String safe = made.page().select(".pl-places a:containsOwn(Safe)").attr("href");
        Browser.Answer moved = browser.submit(
                browser.get(safe),
                safe,
                Map.of("name", "Old safe", "parent", quay.id().toString(), "reason", "The floor bends"));

        assertThat(made.page().select(".pl-places .pl-places .pl-places").text())
                .contains("Safe Q-1-S Safe");
        assertThat(moved.page().text())
                .contains("Ada Finch", "Old safe, in Quay house", "Safe, in Room 1", "The floor bends");
    }

    @Test
    void otherActsFindAPlaceByItsPath() {
        as(() -> keeping.change(quay.id(), 1, "Harbour house", Optional.empty(), "Repainted"));

        assertThat(as(places::open).stream().map(Place::label))
                .containsExactly("Harbour house (Q)", "Harbour house › Room 1 (Q-1)");
        assertThat(as(() -> places.find(room.id())).orElseThrow().path()).isEqualTo("Harbour house › Room 1");
        assertThat(as(() -> places.find(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aPlaceCannotStandInItselfOrInOneBelowIt() {
        List<Browser.Answer> refused = List.of(
                patch(quay, "\"1\"", "{\"parent\": \"" + room.id() + "\"}"),
                patch(quay, "\"1\"", "{\"parent\": \"" + quay.id() + "\"}"));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"parent\"", "\"code\":\"place-in-itself\"");
        });
    }

    @Test
    void twoMovesAtOnceMakeNoCircle() throws Exception {
        Place barge = as(() -> keeping.make("B", "site", "Barge", Optional.empty(), ""));
        Callable<Integer> one = () ->
                patch(quay, "\"1\"", "{\"parent\": \"" + barge.id() + "\"}").status();
        Callable<Integer> other = () ->
                patch(barge, "\"1\"", "{\"parent\": \"" + quay.id() + "\"}").status();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(one, other))) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        assertThat(as(places::open)).hasSize(3);
    }

    @Test
    void aPlaceIsClosedForGoodOnceNoneStandsInItAndItsCodeStaysTaken() {
        assertThat(close(quay).body()).contains("place-not-empty", "Open places in it: 1");
        assertThat(close(room).status()).isEqualTo(200);
        assertThat(close(quay).status()).isEqualTo(200);
        assertThat(close(quay).body()).contains("place-closed");
        assertThat(patch(room, "\"1\"", "{\"name\": \"Cell\"}").body()).contains("place-closed");

        assertThat(post("{\"code\": \"q-1\", \"kind\": \"room\", \"name\": \"New room\"}")
                        .body())
                .contains("\"field\":\"code\"", "place-code-taken", "The code Q-1 belongs to another place");
        assertThat(browser(ada).get("/storage-places").page().text())
                .contains("No storage place yet", "Closed places", "Q-1", "Ada Finch", "Sold");
    }

    @Test
    void aPlaceNeedsACodeAKindAndANameOfItsOwn() {
        assertThat(post("{\"code\": \"Q 1/2\", \"kind\": \"cave\", \"name\": \"\"}")
                        .body())
                .contains("place-code-form", "\"field\":\"kind\"", "\"field\":\"name\"");
        assertThat(post("{\"code\": \"X\", \"kind\": \"room\", \"name\": \"room 1\", \"parent\": \"" + quay.id()
                                + "\"}")
                        .body())
                .contains("place-name-taken");
        assertThat(post("{\"code\": \"X\", \"kind\": \"room\", \"name\": \"Cell\", \"parent\": \"x\"}")
                        .body())
                .contains("\"field\":\"parent\"", "place-unknown");
    }

    @Test
    void whatWasTypedStaysInARefusedForm() {
        Browser browser = browser(ada);

        Browser.Answer refused = browser.submit(
                browser.get("/storage-places"),
                "/storage-places",
                Map.of("code", "Q-1", "kind", "box", "name", "Box of keys"));
        Browser.Answer noReason =
                browser.submit(browser.get("/storage-places/" + room.id()), "/close", Map.of("reason", " "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-name").val()).isEqualTo("Box of keys");
        assertThat(refused.page().select("#f-kind option[selected]").val()).isEqualTo("box");
        assertThat(noReason.page().select("#f-closing-error").text()).isEqualTo("This is needed.");
    }

    @Test
    void aChangeDoesNotOverwriteAnother() {
        assertThat(patch(room, "\"1\"", "{\"name\": \"Cold room\"}").header("etag"))
                .isEqualTo("\"2\"");
        assertThat(patch(room, "\"1\"", "{\"name\": \"Warm room\"}").body()).contains("version-stale");
        assertThat(patch(room, "\"2\"", "{\"name\": \"Cold room\"}").body()).contains("nothing-changed");
        assertThat(api(mara).get("/api/v1/storage-places/" + room.id()).body())
                .contains(
                        "\"path\":\"Quay house › Cold room\"",
                        "\"version\":1",
                        "Has a lock",
                        ada.id().toString());
    }

    @Test
    void everyMemberReadsThemAndOnlyAnEvidenceCustodianKeepsThem() {
        Browser page = browser(mara);

        assertThat(page.get("/storage-places").page().text()).contains("Quay house", "Room 1");
        assertThat(page.get("/storage-places").page().select("main form")).isEmpty();
        assertThat(page.get("/storage-places/" + room.id()).page().select("main form"))
                .isEmpty();
        assertThat(api(mara)
                        .json("POST", "/api/v1/storage-places", "{\"code\": \"M\"}")
                        .body())
                .contains("role-missing");
        assertThat(api(mara)
                        .json("POST", "/api/v1/storage-places/" + room.id() + "/close", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anotherOrganisationsPlaceIsNotThere() {
        Member theirs = member(organisation(), "Nuno Salt", Role.EVIDENCE_CUSTODIAN);

        var absent = api(theirs).get("/api/v1/storage-places/" + UUID.randomUUID());
        var foreign = api(theirs).get("/api/v1/storage-places/" + room.id());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(said(foreign)).isEqualTo(said(absent));
        assertThat(Acting.as(acting(theirs), () -> places.find(room.id()))).isEmpty();
        assertThat(api(theirs)
                        .json(
                                "POST",
                                "/api/v1/storage-places",
                                "{\"code\": \"Q-1\", \"kind\": \"box\", \"name\": \"Ours\", \"parent\": \"" + room.id()
                                        + "\"}")
                        .body())
                .contains("place-unknown");
        assertThat(api(theirs)
                        .json(
                                "POST",
                                "/api/v1/storage-places",
                                "{\"code\": \"Q-1\", \"kind\": \"box\", \"name\": \"Ours\"}")
                        .status())
                .isEqualTo(201);
    }

    private static String said(Browser.Answer answer) {
        return answer.body().replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", "");
    }

    private Browser.Answer post(String body) {
        return api(ada).json("POST", "/api/v1/storage-places", body);
    }

    private Browser.Answer patch(Place place, String version, String body) {
        return api(ada).json("PATCH", "/api/v1/storage-places/" + place.id(), body, "If-Match", version);
    }

    private Browser.Answer close(Place place) {
        return api(ada).json("POST", "/api/v1/storage-places/" + place.id() + "/close", "{\"reason\": \"Sold\"}");
    }

    private <T> T as(Supplier<T> act) {
        return Acting.as(acting(ada), act);
    }
}
