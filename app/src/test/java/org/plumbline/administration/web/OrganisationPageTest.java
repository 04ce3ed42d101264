package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Name, zone and numbering of an organisation, by page and API. */
class OrganisationPageTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    private Organisation office;
    private Member ada;
    private Member mara;

    @BeforeEach
    void people() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
    }

    @Test
    void aChangeHoldsFromNowOnAndStaysInTheHistory() {
        String before = open();
        Browser browser = browser(ada);

        Browser.Answer changed = browser.submit(
                browser.get("/admin/organisation"),
                "/admin/organisation",
                Map.of(
                        "name", office.name() + " North",
                        "zone", "Europe/Madrid",
                        "number_scheme", "HN{yy}-{nnn}",
                        "reason", "Two offices became one"));
        String after = open();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.page().select("section[aria-labelledby=h-history]").text())
                .contains(
                        "Ada Finch",
                        "Two offices became one",
                        "Name: from “" + office.name() + "” to “" + office.name() + " North”",
                        "Time zone: from “Europe/Lisbon” to “Europe/Madrid”",
                        "Numbers of cases: from “{yyyy}-{nnnn}” to “HN{yy}-{nnn}”");
        assertThat(changed.page().text()).contains("The next case would be HN");
        assertThat(before).matches("\\d{4}-0001");
        assertThat(after).matches("HN\\d{2}-002");
        assertThat(Acting.as(acting(mara), () -> cases.list("", Optional.empty(), 10)))
                .extracting(file -> file.number())
                .containsExactlyInAnyOrder(before, after);
    }

    @Test
    void theNextNumberIsShownBeforeAnythingChanges() {
        open();
        Browser browser = browser(ada);

        Browser.Answer shown = browser.submit(
                browser.get("/admin/organisation"), "/admin/organisation", Map.of("number_scheme", "wrong"));
        var preview = browser.post(
                "/admin/organisation/preview",
                Map.of(
                        "_csrf", shown.page().select("input[name=_csrf]").attr("value"),
                        "name", "As typed",
                        "zone", "Europe/Lisbon",
                        "number_scheme", "X.{nnnnn}"));

        assertThat(preview.page().select("#next-number").text()).isEqualTo("The next case would be X.00001");
        assertThat(preview.page().select("#f-name").attr("value")).isEqualTo("As typed");
        assertThat(api(ada).get("/api/v1/organisation").body())
                .contains("\"version\":1", "\"number_scheme\":\"{yyyy}-{nnnn}\"", "-0002\"");
        assertThat(api(ada).get("/api/v1/organisation/next-number?number_scheme=Y%7Bnn%7D")
                        .body())
                .isEqualTo("{\"next_number\":\"Y01\"}");
    }

    @Test
    void whatIsWrongIsSaidByItsFieldAndKept() {
        Browser browser = browser(ada);

        Browser.Answer refused = browser.submit(
                browser.get("/admin/organisation"),
                "/admin/organisation",
                Map.of("name", "", "zone", "Harbour/Quay", "number_scheme", "{yyyy}/{nn}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-zone-error").text()).contains("“Harbour/Quay” is no zone of the IANA");
        assertThat(refused.page().select("#f-number_scheme-error").text())
                .contains("other characters than letters, digits, dots, hyphens and underscores");
        assertThat(refused.page().select("#f-name-error").text()).isEqualTo("This is needed.");
        assertThat(refused.page().select("#f-reason-error").text()).isEqualTo("This is needed.");
        assertThat(refused.page().select("#f-zone").attr("value")).isEqualTo("Harbour/Quay");
    }

    @Test
    void everyRuleOfAPatternHasItsOwnWords() {
        for (var rule : Map.of(
                        "{yyyy}",
                        "exactly one running number",
                        "{nn}-{nn}",
                        "exactly one running number",
                        "{yy}{yyyy}-{nn}",
                        "says the year twice",
                        "{month}-{nn}",
                        "has braces around something else",
                        "{nnnn} of {yy}",
                        "has other characters",
                        "x".repeat(40) + "{n}",
                        "at most 40 characters")
                .entrySet()) {
            var refused = patch("\"1\"", "{\"number_scheme\": \"" + rule.getKey() + "\", \"reason\": \"Tidier\"}");

            assertThat(refused.status()).as(rule.getKey()).isEqualTo(422);
            assertThat(refused.body()).contains("\"field\":\"number_scheme\"", rule.getValue());
        }
    }

    @Test
    void theNameOfAnotherOrganisationIsRefusedAlsoWhereItIsAnEarlierOne() {
        Organisation other = organisation();
        Member theirs = member(other, "Nuno Salt", Role.ADMINISTRATOR);
        api(theirs)
                .json(
                        "PATCH",
                        "/api/v1/organisation",
                        "{\"name\": \"" + other.name() + " South\", \"reason\": \"New house\"}",
                        "If-Match",
                        "\"1\"");

        for (String name : List.of(other.name(), other.name() + " South")) {
            assertThat(patch("\"1\"", "{\"name\": \"" + name + "\", \"reason\": \"Why not\"}")
                            .body())
                    .contains("\"code\":\"organisation-name-taken\"");
        }
    }

    @Test
    void twoWhoChangeAtOnceAreToldAndNothingIsOverwritten() {
        Browser browser = browser(ada);
        Browser.Answer seen = browser.get("/admin/organisation");
        patch("\"1\"", "{\"zone\": \"Europe/Paris\", \"reason\": \"Moved\"}");

        Browser.Answer late =
                browser.submit(seen, "/admin/organisation", Map.of("number_scheme", "Q{nnn}", "reason", "Shorter"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().text())
                .contains("Time zone: now “Europe/Paris”, you typed “Europe/Lisbon”")
                .contains("Numbers of cases: now “{yyyy}-{nnnn}”, you typed “Q{nnn}”");
        assertThat(patch("\"1\"", "{\"zone\": \"Europe/Rome\", \"reason\": \"Again\"}")
                        .status())
                .isEqualTo(409);
        assertThat(api(ada).json("PATCH", "/api/v1/organisation", "{}").status())
                .isEqualTo(428);
    }

    @Test
    void aNumberThatAnEarlierWayGaveIsPassedOver() {
        String year = "" + LocalDate.now(ZoneOffset.UTC).getYear();
        patch("\"1\"", "{\"zone\": \"UTC\", \"number_scheme\": \"{yyyy}-{n}1\", \"reason\": \"Once\"}");
        List<String> first = List.of(open(), open());

        patch("\"2\"", "{\"number_scheme\": \"" + year + "-1{nn}\", \"reason\": \"Twice\"}");
        patch("\"3\"", "{\"number_scheme\": \"" + year + "-{n}1\", \"reason\": \"Thrice\"}");
        String announced = api(ada).get("/api/v1/organisation").body();
        String next = open();

        assertThat(first).containsExactly(year + "-11", year + "-21");
        assertThat(announced).contains("\"next_number\":\"" + next + "\"");
        assertThat(next).isEqualTo(year + "-31");
    }

    @Test
    void casesOpenedAtOnceWhileTheSchemeChangesHaveNumbersOfTheirOwn() throws Exception {
        List<Callable<String>> work = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(this::open);
        }
        work.add(
                6,
                () -> patch("\"1\"", "{\"number_scheme\": \"Z{nnn}\", \"reason\": \"In between\"}")
                        .body());
        var numbers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(work)) {
                numbers.add(done.get());
            }
        }

        assertThat(numbers).hasSize(13);
    }

    @Test
    void onlyAnAdministratorChangesIt() {
        assertThat(browser(mara).get("/admin/organisation").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/organisation").status()).isEqualTo(403);
        assertThat(api(mara)
                        .json("PATCH", "/api/v1/organisation", "{\"reason\": \"Mine\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
    }

    private Browser.Answer patch(String version, String body) {
        return api(ada).json("PATCH", "/api/v1/organisation", body, "If-Match", version);
    }

    private String open() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var harbour = new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-7",
                "Contract reconciliation",
                today.minusDays(2),
                today.plusDays(30),
                Optional.empty());
        return Acting.as(acting(mara), () -> cases.open(harbour)).number();
    }
}
