package org.plumbline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;

/** What {@code admin enrol} says on the command line. */
class AdminTest extends ApplicationTest {
    private Organisation office;

    @BeforeEach
    void anOfficeWithAnAdministrator() {
        office = organisation();
        member(office, "Ada Finch", Role.ADMINISTRATOR);
    }

    @Test
    void aRoleThatWaitsIsSaidPlainly() {
        Said said = enrol("Mara Quill", "investigator");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("One-time link for Mara Quill", "http://localhost:" + port + "/sign-in/")
                .contains("The role investigator is waiting for a second member's confirmation")
                .contains("http://localhost:" + port + "/confirmations")
                .contains("Until then Mara Quill does not hold it.");
    }

    @Test
    void theFirstOverseerAndARoleThatIsHeldAtOnceWaitForNobody() {
        assertThat(enrol("Oda Pell", "overseer").out()).contains("/sign-in/").doesNotContain("waiting");
        assertThat(enrol("Sol Vance", "supervisor").out()).contains("/sign-in/").doesNotContain("waiting");
        assertThat(enrol("Ilo Wren", "overseer").out()).contains("waiting for a second member's confirmation");
    }

    @Test
    void aLinkForAMemberIsRefusedWithWhatItNeeds() {
        Said said = enrol("Ada Finch", "supervisor");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("needs a second administrator or that member's own factor");
        assertThat(said.out()).doesNotContain("/sign-in/");
    }

    @Test
    void aServicesTokenIsPrintedOnceWithWhatItIsGoodFor() {
        Said said = token("Port register", "read", office.name());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("Token of the service account Port register (read, 365 days; shown now and never again):")
                .containsPattern("(?m)^plt_\\S+$")
                .contains("reaches no case until");
    }

    @Test
    void whatCanBeNoServiceIsRefusedWithItsReason() {
        assertThat(token("Ada Finch", "read", office.name()).err()).contains("member who is no service account");
        assertThat(token("Port register", "read", "Nowhere").err()).contains("There is no organisation");
        assertThatThrownBy(() -> token("Port register", "everything", office.name()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--scope takes read or write");
        assertThatThrownBy(() -> Admin.run(new String[] {"tokens"}))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("admin token --service NAME");
    }

    private Said token(String service, String scope, String organisation) {
        return said("token", "--service", service, "--scope", scope, "--organisation", organisation);
    }

    /** What the command said, and how it ended. */
    private record Said(int code, String out, String err) {}

    private Said enrol(String name, String role) {
        return said("enrol", "--organisation", office.name(), "--name", name, "--role", role);
    }

    private Said said(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var heard = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Admin.run(Stream.concat(Arrays.stream(words), Stream.of("--data", data.toString()))
                    .toArray(String[]::new));
            return new Said(code, heard.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
