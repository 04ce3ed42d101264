package org.plumbline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void filesToName() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        Files.writeString(folder.resolve("empty"), "\n");
        Files.writeString(folder.resolve("policy"), "none\n");
    }

    /** Thirty-odd ways to get it wrong, each with what is said; ; stands for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "port = 99999 | port is \"99999\", which is not a number from 0 to 65535",
                "port = \"eighty\" | port is \"eighty\", which is not a number from 0 to 65535",
                "port = -1 | port is \"-1\", which is not a number from 0 to 65535",
                "prot = 80 | there is no setting prot; the nearest is port",
                "[server];port = 80 | there is no setting server.port; known are port, url, listen,",
                "url = \"http://plumbline.example\" | which is not an https address without a path",
                "url = \"https://plumbline.example/cases\" | which is not an https address without a path",
                "url = \"https://me:secret@plumbline.example\" | which is not an https address without a path",
                "url = \"plumbline.example\" | which is not an https address without a path",
                "url = \"\" | which is empty",
                "url = \"https://${HOST}\" | which contains ${",
                "[database];url = \"mysql://x\" | which is neither embedded nor a jdbc:postgresql: address",
                "[database];url = \"jdbc:postgresql://db/x\" | database.owner-password-file is missing",
                "[database];owner-password-file = \"secret\" | is set, but the embedded database makes its own passwords",
                "[database];owner-password = \"s3cret\" | database.owner-password is a secret and stands in a file of its own; name it with database.owner-password-file",
                "[oidc];client-secret = \"s3cret\" | oidc.client-secret is a secret and stands in a file of its own",
                "[oidc];client-id = \"plumbline\" | oidc.client-id is set, but no oidc.issuer",
                "[oidc];issuer = \"https://id.example\";organisation = \"Office\" | oidc.client-id is missing; a provider needs it",
                "[oidc];issuer = \"https://id.example\";client-id = \"x\" | oidc.organisation is missing; a provider needs it",
                "[oidc];issuer = \"http://id.example\" | which is not an https address, as an issuer on another machine has",
                "[oidc];client-secret-file = \"empty\" | which is empty",
                "[oidc];client-secret-file = \"absent\" | oidc.client-secret-file names a file which can't be read",
                "[mail];from = \"a@office.example\" | mail.from is set, but no mail.host",
                "[mail];host = \"mail.example\" | mail.from is missing",
                "[mail];host = \"https://mail.example/\";from = \"a@office.example\" | which is no host, such as mail.example",
                "[mail];host = \"mail.example\";from = \"office\" | which is no mail address",
                "[mail];host = \"mail.example\";from = \"a@office.example\";security = \"ssl\" | which is neither starttls, nor tls, nor none",
                "[mail];host = \"mail.example\";from = \"a@office.example\";security = \"none\" | mail.example is another machine",
                "[mail];host = \"mail.example\";from = \"a@office.example\";user = \"a\" | mail.user and mail.password-file go together",
                "[mail];password = \"s3cret\" | mail.password is a secret and stands in a file of its own",
                "[trail];witnesses = \"absent\" | absent\", which can't be read",
                "[trail];checkpoints = \"nowhere/checkpoint\" | which is in a folder that isn't there",
                "[trail.timestamps];url = \"ftp://time.example\" | which is neither embedded, nor off, nor an http or https address",
                "[trail.timestamps];every = \"often\" | which is not a duration such as 90s, 3m or 1h",
                "[trail];timestamp-url = \"off\" | there is no setting trail.timestamp-url; the nearest is trail.timestamps.url",
                "[logs];folder = \"nowhere/logs\" | which is no folder and can't be made one",
                "[logs];folder = \"policy\" | which is no folder and can't be made one",
                "[logs];keep = 0 | which is not a number from 1 to 3650",
                "[logs];size = \"much\" | which is not a size such as 500MB or 2GB",
                "[metrics];port = \"on\" | which is not a number from 0 to 65535",
                "[documents];ocr-dpi = 20 | which is not a number from 72 to 600",
                "[documents];workers = 0 | which is not a number from 1 to 64",
                "[documents];text-characters = 999 | which is not a number from 1000 to 200000000",
                "[documents];files-inside = 1000001 | which is not a number from 1 to 1000000",
                "[documents];size-inside = \"2000GB\" | which is not a size from 1MB to 1024GB",
                "[documents];unpacking = 1 | which is not a number from 2 to 100000",
                "[documents];nesting = 101 | which is not a number from 0 to 100",
                "[documents];ocr-pages = -1 | which is not a number from 0 to 100000",
                "[documents];ocr-pixels = 10 | which is not a number from 1000000 to 500000000",
                "[documents];time-limit = \"0s\" | which is not a duration from 1s to 1d",
                "[documents];time-limit = \"999ms\" | which is not a duration from 1s to 1d",
                "[documents];time-limit = \"25h\" | which is not a duration from 1s to 1d",
                "[documents];memory = \"63MB\" | which is not a size from 64MB to 1024GB",
                "[documents];memory = \"1025GB\" | which is not a size from 64MB to 1024GB",
                "[documents];memory = \"much\" | which is not a size from 64MB to 1024GB",
                "[documents];sandbox = \"off\" | documents.sandbox is \"off\", which is neither full nor reduced",
                "[reports];font-folders = [\"policy\"] | which is no folder",
                "[reports];font-folders = [[\"a\"]] | is a list of something else than texts",
                "url = \"https://plumbline.example\" | url is an https address, but there is neither a certificate",
                "listen = \"0.0.0.0\" | but without TLS others would read what is sent",
                "listen = \"all\" | which is no IP address",
                "listen = \"10.0.0.0/8\" | which is no IP address",
                "behind-proxy = \"10.0.0.0/64\" | which is no network such as 10.0.0.0/8",
                "behind-proxy = \"proxy.example\" | which is no network such as 10.0.0.0/8",
                "[tls];certificate = \"policy\" | tls.certificate and tls.key go together; one of them is missing",
                "[tls];store = \"policy\" | tls.store and tls.password-file go together; one of them is missing",
                "[tls];certificate = \"policy\";key = \"secret\" | There is a certificate, but url names no https address",
                "url = \"https://a.example\";[tls];certificate = \"policy\";key = \"secret\" | it holds no PEM that is understood",
                "url = \"https://a.example\";[tls];store = \"policy\";password-file = \"secret\" | or is no PKCS12 file",
                "port = | line 1",
                "port = 80;port = 81 | line 2",
                "[trail;witnesses = \"policy\" | line 1",
            })
    void whatIsWrongIsSaid(String file, String said) throws IOException {
        Path toml = Files.writeString(folder.resolve("plumbline.toml"), file.replace(';', '\n'));

        var refused = refused(Map.of(), Optional.of(toml));

        assertThat(refused.problems()).anySatisfy(problem -> assertThat(problem).contains(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time-limit = \"1s\"",
                "time-limit = \"1d\"",
                "memory = \"64MB\"",
                "memory = \"1024GB\"",
                "sandbox = \"reduced\""
            })
    void theBoundsOfReadingThemselvesAreTaken(String line) throws Exception {
        Path toml = Files.writeString(folder.resolve("plumbline.toml"), "[documents]\n" + line + "\n");

        var settings = Settings.read(Map.of(), Map.of(), Optional.of(toml));

        assertThat(settings.all().stream()
                        .filter(Resolved::isSet)
                        .map(r -> r.setting().key() + " = \"" + r.value() + '"'))
                .containsExactly("documents." + line);
    }

    @Test
    void allProblemsAreNamedAtOnceWithTheirPlace() throws IOException {
        Path toml = Files.writeString(folder.resolve("plumbline.toml"), "port = 99999\ncolour = \"red\"\n");

        var refused = refused(Map.of("PLUMBLINE_ULR", "x", "PLUMBLINE_OIDC_CLIENT_SECRET", "y"), Optional.of(toml));

        assertThat(refused.problems())
                .hasSize(4)
                .anySatisfy(p -> assertThat(p).startsWith(toml + ": there is no setting colour; known are port"))
                .anySatisfy(p -> assertThat(p).startsWith(toml + ": port is"))
                .contains("PLUMBLINE_ULR is no setting; the nearest is PLUMBLINE_URL")
                .contains("PLUMBLINE_OIDC_CLIENT_SECRET is a secret and stands in a file of its own; name it with"
                        + " PLUMBLINE_OIDC_CLIENT_SECRET_FILE");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(refused(Map.of(), Optional.of(folder.resolve("absent.toml"))).problems())
                .containsExactly(folder.resolve("absent.toml") + " isn't there");
    }

    @Test
    void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        Path toml = Files.writeString(
                folder.resolve("plumbline.toml"),
                "port = 1\nbehind-proxy = \"127.0.0.1\"\nurl = \"https://file.example\"\n[documents]\nocr-dpi = 300\n");

        var settings = Settings.read(
                Map.of("port", "3"),
                Map.of("PLUMBLINE_PORT", "2", "PLUMBLINE_URL", "https://here.example", "PLUMBLINE_HEAP", "2g"),
                Optional.of(toml));

        assertThat(settings.all().stream()
                        .filter(Resolved::isSet)
                        .map(r -> r.setting().key() + " " + r.value() + " " + r.origin()))
                .containsExactly(
                        "port 3 --port",
                        "url https://here.example PLUMBLINE_URL",
                        "behind-proxy 127.0.0.1 " + toml,
                        "documents.ocr-dpi 300 " + toml);
        assertThat(settings.properties())
                .containsEntry("server.port", "3")
                .containsEntry("plumbline.url", "https://here.example")
                .containsEntry("plumbline.documents.ocr-dpi", "300")
                .hasSize(4);
    }

    @Test
    void aSecretIsReadFromItsFileAndShownAsItsFile() throws Exception {
        Path toml = Files.writeString(folder.resolve("plumbline.toml"), """
                [database]
                url = "jdbc:postgresql://db.example/plumbline"
                owner-password-file = "secret"
                app-password-file = "secret"
                """);

        var settings = Settings.read(Map.of(), Map.of(), Optional.of(toml));

        assertThat(settings.properties()).containsEntry("plumbline.database.owner-password", "s3cret");
        assertThat(settings.all().toString())
                .doesNotContain("s3cret")
                .contains(folder.resolve("secret").toString());
    }

    @Test
    void whereNothingIsSetEverythingHasItsValue() {
        assertThat(Settings.none().all()).hasSameSizeAs(KnownSettings.all()).noneMatch(Resolved::isSet);
        assertThat(Settings.none().properties()).isEmpty();
    }

    @Test
    void theApplicationReadsNoSettingThatIsNotKnown() throws IOException {
        var known = KnownSettings.all().stream().map(Setting::property).toList();
        var read = new java.util.TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var names = java.util.regex.Pattern.compile("\"\\$\\{(plumbline\\.[a-z.-]+)")
                        .matcher(Files.readString(file));
                while (names.find()) {
                    read.add(names.group(1));
                }
            }
        }
        read.removeAll(List.of("plumbline.data", "plumbline.demo"));

        assertThat(read).isNotEmpty();
        assertThat(known).containsAll(read);
    }

    private SettingsRefused refused(Map<String, String> environment, Optional<Path> file) {
        var refused = catchThrowableOfType(SettingsRefused.class, () -> Settings.read(Map.of(), environment, file));
        assertThat(refused).isNotNull();
        return refused;
    }
}
