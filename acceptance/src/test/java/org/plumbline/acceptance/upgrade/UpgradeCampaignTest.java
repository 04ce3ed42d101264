package org.plumbline.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

class UpgradeCampaignTest {
    private final Path folder = Scratch.folder("upgrade");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void lastReleaseComesToThisVersionWhole() {
        Campaign.Outcome outcome = new UpgradeCampaign().run(Campaign.Size.SMALL, 20310008, folder, said::add);

        assertThat(outcome.failures()).as("%s%n%s", outcome.counts(), said).isEmpty();
        assertThat(outcome.counts()).containsKeys("rows", "rows_in_backup", "kills");
    }
}
