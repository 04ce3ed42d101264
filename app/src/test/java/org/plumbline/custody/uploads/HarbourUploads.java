package org.plumbline.custody.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.custody.uploads.TusSender.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.documents.Harbour;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** An investigator, a case and a sender that speaks tus, on real records and a real vault. */
abstract class HarbourUploads extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Exhibits exhibits;

    private final Random random = new Random(2031);
    Organisation office;
    Member mara;
    String token;
    TusSender sender;
    CaseId harbour;

    @BeforeEach
    void people() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();
        token = enrolment.token(mara.id(), "test", true, Duration.ofHours(1));
        sender = new TusSender(browser().withToken(token));
    }

    String begun(long length) {
        return address(
                sender.begin(length, metadata("case", harbour.toString(), "path", "quay/plan.bin", "filetype", "x/y")));
    }

    static String address(Browser.Answer begun) {
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return begun.header("Location");
    }

    String read(String of) {
        return browser().withToken(token).get(of).body();
    }

    String trail() {
        return browser()
                .withToken(token)
                .get("/api/v1/cases/" + harbour + "/trail?limit=200")
                .body();
    }

    List<Exhibit> list() {
        return Acting.as(acting(mara), () -> exhibits.list(harbour, 0, 100));
    }

    Exhibit onlyExhibit() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    /** What lies in the vault's entrance for this case. */
    List<Path> entrance() {
        Path folder = data.toAbsolutePath().resolve("vault");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("entrance")
                            && file.toString().contains(harbour.toString()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void await(BooleanSupplier there) {
        Instant until = Instant.now().plusSeconds(60);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
