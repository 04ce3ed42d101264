package org.plumbline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    /** What the command said, and how it ended. */
    private record Said(int code, String out, String err) {}

    private Said enrol(String name, String role) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var heard = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = Admin.run(new String[] {
                "enrol", "--organisation", office.name(), "--name", name, "--role", role, "--data", data.toString()
            });
            return new Said(code, heard.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
