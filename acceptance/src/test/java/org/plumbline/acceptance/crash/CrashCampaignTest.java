package org.plumbline.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

class CrashCampaignTest {
    private static final long SEED = 20310007;

    private final Path folder = Scratch.folder("crash");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAfterPowerCuts() {
        Campaign.Outcome outcome = new CrashCampaign().run(Campaign.Size.SMALL, SEED, folder, said::add);

        assertThat(outcome.failures()).as("%s%n%s", outcome.counts(), said).isEmpty();
        assertThat(outcome.counts())
                .containsEntry("files_acknowledged", 60)
                .containsEntry("exhibits_rehashed", 60)
                .containsEntry("kills", 45);
    }
}
