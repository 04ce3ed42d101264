package org.plumbline.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

class FaultsCampaignTest {
    private final Path folder = Scratch.folder("faults");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void whateverFailsBelowSaysWhatIsTheMatterAndLosesNothingConfirmed() {
        Campaign.Outcome outcome = new FaultsCampaign().run(Campaign.Size.SMALL, 20310007, folder, said::add);

        assertThat(outcome.failures()).as("%s%n%s", outcome.counts(), said).isEmpty();
        assertThat(outcome.counts()).containsKeys("acts_confirmed", "database_killed", "reading_processes_killed");
    }
}
