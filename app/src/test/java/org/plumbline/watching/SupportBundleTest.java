package org.plumbline.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.administration.InstallationHealth;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.settings.Settings;
import org.plumbline.settings.SettingsRefused;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A support bundle has what a helper needs and nothing of a case: every byte is searched for what was invented. */
class SupportBundleTest extends ApplicationTest {
    private static final String TYPED = "Zyxquill";

    @TempDir
    Path folder;

    @Autowired
    private InstallationHealth health;

    @Test
    void itHoldsNothingOfACaseAndIsOnTheTrail() throws IOException {
        Organisation office = enrolment.organisation(TYPED + " Inspectorate", java.time.ZoneId.of("Europe/Lisbon"));
        Member mara = member(office, TYPED + " Quill", Role.INVESTIGATOR);
        Member ada = member(office, "Ada " + TYPED, Role.ADMINISTRATOR);
        var api = api(mara);
        api.json("POST", "/api/v1/cases", "{\"title\": \"" + TYPED + "\"}");
        api.get("/api/v1/search?q=" + TYPED);
        api.get("/cases/" + TYPED);

        byte[] zip = Acting.as(acting(ada), health::bundle);

        Map<String, String> members = members(zip);
        assertThat(members)
                .containsOnlyKeys(
                        "README.txt",
                        "versions.txt",
                        "settings.txt",
                        "disk.txt",
                        "log.jsonl",
                        "postgres.log",
                        "health.txt",
                        "threads.txt",
                        "memory.txt",
                        "tables.txt",
                        "migrations.txt");
        assertThat(members.get("versions.txt"))
                .contains("plumbline built from source, commit unknown", "java 25", "postgresql-", "libraries:");
        assertThat(members.get("settings.txt")).contains("trail.timestamps.every = 1h   (unless set)");
        assertThat(members.get("health.txt")).contains("database  ", "trail  good");
        assertThat(members.get("tables.txt")).contains("cases.case_file  rows ");
        assertThat(members.get("migrations.txt")).contains("V0030");
        assertThat(members.get("threads.txt")).contains("    at ");
        members.forEach((name, text) ->
                assertThat(text.toLowerCase(Locale.ROOT)).as(name).doesNotContain(TYPED.toLowerCase(Locale.ROOT)));
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).doesNotContain(TYPED);
        assertThat(browser(ada).get("/admin/health").page().select("form[action=/admin/support-bundle]"))
                .hasSize(1);
    }

    @Test
    void settingsAreToldWithoutSecretsNamesAndFolders() throws IOException, SettingsRefused {
        Path secret = Files.writeString(folder.resolve("secret-" + TYPED), TYPED);
        Path file = Files.writeString(folder.resolve("plumbline.toml"), """
                url = "https://plumbline.example"
                behind-proxy = "10.0.0.0/8"
                [database]
                url = "jdbc:postgresql://%1$s:5432/x?password=%1$s"
                owner-password-file = "%2$s"
                app-password-file = "%2$s"
                [oidc]
                issuer = "https://id.example/%1$s"
                client-id = "%1$s"
                organisation = "%1$s"
                [trail.timestamps]
                url = "https://%1$s:%1$s@time.example/tsa?key=%1$s"
                """.formatted(TYPED, secret));

        var told = Surroundings.settings(Settings.read(Map.of(), Map.of(), Optional.of(file)));

        assertThat(told.toLowerCase(Locale.ROOT)).doesNotContain(TYPED.toLowerCase(Locale.ROOT), folder.toString());
        assertThat(told)
                .contains(
                        "url = https://plumbline.example   (plumbline.toml)",
                        "database.url = outside",
                        "database.app-password-file = set",
                        "oidc.client-secret-file = not set",
                        "trail.timestamps.url = https://time.example   (plumbline.toml)");
    }

    @Test
    void itIsMadeOfAFolderWhoseServerNeverRan() throws IOException {
        Map<String, String> members =
                members(Surroundings.addTo(new SupportBundle(Instant.EPOCH), Settings.none(), folder)
                        .zip());

        assertThat(members.get("disk.txt")).contains("free ");
        assertThat(members.get("log.jsonl")).isBlank();
    }

    @Test
    void ofCountsOnlyTheSizeIsTold() {
        assertThat(List.of(0L, 7L, 10L, 4711L, 99_999L))
                .extracting(RecordFigures::about)
                .containsExactly("0", "below 10", "about 10", "about 4000", "about 90000");
    }

    private static Map<String, String> members(byte[] bytes) throws IOException {
        var members = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return members;
    }
}
