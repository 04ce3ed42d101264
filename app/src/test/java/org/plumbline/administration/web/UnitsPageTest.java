package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Departures;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.identity.Unit;
import org.plumbline.identity.Units;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Units of an organisation, and who is in them. */
class UnitsPageTest extends ApplicationTest {
    @Autowired
    private Units units;

    @Autowired
    private Departures departures;

    private Organisation office;
    private Member ada;
    private Member mara;
    private Unit north;
    private Unit desk;

    @BeforeEach
    void twoUnits() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        north = as(() -> units.make("North", Optional.empty(), ""));
        desk = as(() -> units.make("Port desk", Optional.of(north.id()), "Ships came back"));
    }

    @Test
    void aUnitIsMadeBelowAnotherRenamedAndMoved() {
        Browser browser = browser(ada);

        Browser.Answer made = browser.submit(
                browser.get("/admin/units"),
                "/admin/units",
                Map.of("name", "Cranes", "parent", desk.id().toString()));
        String cranes = made.page().select(".pl-units a:containsOwn(Cranes)").attr("href");
        Browser.Answer moved = browser.submit(
                browser.get(cranes),
                cranes,
                Map.of("name", "Cranes and locks", "parent", north.id().toString(), "reason", "They share a boat"));

        assertThat(made.page().select(".pl-units .pl-units .pl-units").text()).contains("Cranes");
        assertThat(made.page().text()).contains("gives nobody access");
        assertThat(moved.page().text())
                .contains(
                        "Cranes and locks, belonging to North", "Cranes, belonging to Port desk", "They share a boat");
    }

    @Test
    void aUnitCannotBelongToItselfOrToOneBelowIt() {
        Browser.Answer below = patch(north, "\"1\"", "{\"parent\": \"" + desk.id() + "\"}");
        Browser.Answer itself = patch(north, "\"1\"", "{\"parent\": \"" + north.id() + "\"}");

        assertThat(List.of(below, itself)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("\"field\":\"parent\"", "\"code\":\"unit-below-itself\"");
        });
    }

    @Test
    void twoMovesAtOnceMakeNoCircle() throws Exception {
        Unit south = as(() -> units.make("South", Optional.empty(), ""));
        Callable<Integer> one = () ->
                patch(north, "\"1\"", "{\"parent\": \"" + south.id() + "\"}").status();
        Callable<Integer> other = () ->
                patch(south, "\"1\"", "{\"parent\": \"" + north.id() + "\"}").status();
        var statuses = new java.util.ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(one, other))) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        assertThat(as(units::list).inOrder()).hasSize(3);
    }

    @Test
    void aUnitIsClosedOnlyOnceNothingIsInIt() {
        as(() -> units.place(mara.id(), Optional.of(desk.id()), ""));

        assertThat(close(north).body()).contains("unit-not-empty", "members: 0, open units: 1");
        assertThat(close(desk).body()).contains("unit-not-empty", "members: 1, open units: 0");
        as(() -> units.place(mara.id(), Optional.empty(), "On loan"));
        assertThat(close(desk).status()).isEqualTo(200);
        assertThat(close(north).status()).isEqualTo(200);
        assertThat(close(north).body()).contains("unit-closed");
        assertThat(browser(ada).get("/admin/units").page().text()).contains("No unit yet", "Ada Finch", "Merged");
        assertThat(api(ada).json("POST", "/api/v1/units/" + north.id() + "/close", "{}")
                        .body())
                .contains("unit-closed");
        assertThat(place(mara, north.id().toString()).body()).contains("\"field\":\"unit\"", "unit-unknown");
    }

    @Test
    void aClosedUnitNeedsAReasonAndOneWhoLeftIsNotInIt() {
        as(() -> units.place(mara.id(), Optional.of(desk.id()), ""));
        as(() -> departures.leave(mara.id(), Optional.empty(), "Moves away"));
        Browser browser = browser(ada);
        String address = "/admin/units/" + desk.id();

        Browser.Answer refused = browser.submit(browser.get(address), "/close", Map.of("reason", " "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-closing-error").text()).isEqualTo("This is needed.");
        assertThat(browser.submit(refused, "/close", Map.of("reason", "Merged")).status())
                .isEqualTo(200);
    }

    @Test
    void aMemberIsPlacedOnTheirPageAndTheListShowsAndFiltersIt() {
        Browser browser = browser(ada);
        String address = "/members/" + mara.id();

        browser.submit(browser.get(address), "/unit", Map.of("unit", desk.id().toString(), "reason", "Knows the quay"));
        browser.submit(browser.get(address), "/unit", Map.of("unit", north.id().toString()));

        String page = browser.get(address).page().text();
        assertThat(page).contains("North: said by Ada Finch", "Port desk: said by Ada Finch", "Knows the quay");
        assertThat(listed(browser, north)).contains("Mara Quill", "North").doesNotContain("Ada Finch");
        assertThat(listed(browser, desk)).doesNotContain("Mara Quill");
        assertThat(browser.get("/admin")
                        .page()
                        .select("section[aria-labelledby=h-members]")
                        .text())
                .contains("Mara Quill", "Ada Finch");
        assertThat(api(mara).get("/api/v1/members?unit=" + north.id()).body())
                .contains("Mara Quill", "\"unit_name\":\"North\"")
                .doesNotContain("Ada Finch");
        assertThat(api(ada).get(address.replace("/members", "/api/v1/members")).body())
                .contains("\"placements\":[{\"unit\":\"" + north.id());
    }

    @Test
    void aUnitHoldsThoseOfTheUnitsBelowIt() {
        as(() -> units.place(mara.id(), Optional.of(desk.id()), ""));

        assertThat(listed(browser(ada), north)).contains("Mara Quill", "North › Port desk");
    }

    @Test
    void namesAreOnceInAPlaceAndChangesAreNotOverwritten() {
        assertThat(api(ada).json("POST", "/api/v1/units", "{\"name\": \" north \"}")
                        .body())
                .contains("unit-name-taken");
        assertThat(api(ada).json("POST", "/api/v1/units", "{\"name\": \"\", \"parent\": \"x\"}")
                        .body())
                .contains("\"field\":\"parent\"");
        assertThat(patch(desk, "\"1\"", "{\"name\": \"Harbour desk\"}").header("etag"))
                .isEqualTo("\"2\"");
        assertThat(patch(desk, "\"1\"", "{\"name\": \"Quay desk\"}").body()).contains("version-stale");
        assertThat(patch(desk, "\"2\"", "{\"name\": \"Harbour desk\"}").body()).contains("nothing-changed");
    }

    @Test
    void anotherOrganisationsUnitIsNotThere() {
        Member theirs = member(organisation(), "Nuno Salt", Role.ADMINISTRATOR);

        var absent = api(theirs).get("/api/v1/units/" + UUID.randomUUID());
        var foreign = api(theirs).get("/api/v1/units/" + north.id());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body().replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", ""))
                .isEqualTo(absent.body().replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", ""));
        assertThat(api(theirs)
                        .json("POST", "/api/v1/units", "{\"name\": \"Ours\", \"parent\": \"" + north.id() + "\"}")
                        .body())
                .contains("unit-unknown");
    }

    @Test
    void onlyAnAdministratorSeesAndChangesThem() {
        assertThat(browser(mara).get("/admin/units").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/units").status()).isEqualTo(403);
        assertThat(api(mara)
                        .json("POST", "/api/v1/units", "{\"name\": \"Mine\"}")
                        .status())
                .isEqualTo(403);
        assertThat(api(mara)
                        .json("POST", "/api/v1/members/" + mara.id() + "/unit", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aUnitGivesNoAccess() {
        Member petra = member(office, "Petra Vale", Role.INVESTIGATOR);
        String before = api(petra).get("/api/v1/cases").body();

        as(() -> units.place(mara.id(), Optional.of(desk.id()), ""));
        as(() -> units.place(petra.id(), Optional.of(desk.id()), ""));

        assertThat(api(petra).get("/api/v1/cases").body()).isEqualTo(before);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        Refused.class, () -> Acting.as(acting(petra), units::list)))
                .isNotNull();
    }

    private String listed(Browser browser, Unit unit) {
        return browser.get("/admin?unit=" + unit.id())
                .page()
                .select("section[aria-labelledby=h-members] tbody")
                .text();
    }

    private Browser.Answer patch(Unit unit, String version, String body) {
        return api(ada).json("PATCH", "/api/v1/units/" + unit.id(), body, "If-Match", version);
    }

    private Browser.Answer close(Unit unit) {
        return api(ada).json("POST", "/api/v1/units/" + unit.id() + "/close", "{\"reason\": \"Merged\"}");
    }

    private Browser.Answer place(Member member, String unit) {
        return api(ada).json("POST", "/api/v1/members/" + member.id() + "/unit", "{\"unit\": \"" + unit + "\"}");
    }

    private <T> T as(java.util.function.Supplier<T> act) {
        return Acting.as(acting(ada), act);
    }
}
