package org.plumbline.acceptance.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFileTest {
    @TempDir
    Path folder;

    @Test
    void theLineIsStartedAsItsUserWithWhatItGivesUp() throws Exception {
        Path file = Files.writeString(folder.resolve("gate.service"), """
                [Service]
                # ExecStart=/bin/false
                User=keeper
                Group=keepers
                WorkingDirectory=/srv/gate
                UMask=0027
                NoNewPrivileges=yes
                CapabilityBoundingSet=
                ExecStart=/usr/bin/gate open --wide
                """);

        assertThat(String.join(" ", UnitFile.read(file).words()))
                .startsWith("setpriv --reuid=keeper --regid=keepers --init-groups --no-new-privs")
                .contains("--bounding-set=-all", "umask 0027 && cd /srv/gate")
                .endsWith(" /usr/bin/gate open --wide");
    }

    @Test
    void aUnitWithoutAUserIsNotStartedAsRoot() throws Exception {
        Path file = Files.writeString(folder.resolve("gate.service"), "[Service]\nExecStart=/usr/bin/gate\n");

        assertThatThrownBy(() -> UnitFile.read(file).words()).hasMessage("The unit doesn't say User");
    }
}
