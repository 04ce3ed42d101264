package org.plumbline.acceptance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

class RestoreCampaignTest {
    private final Path folder = Scratch.folder("restore");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() {
        Campaign.Outcome outcome = new RestoreCampaign().run(Campaign.Size.SMALL, 20310007, folder, said::add);

        assertThat(outcome.failures()).as("%s%n%s", outcome.counts(), said).isEmpty();
        assertThat(outcome.counts()).containsKey("checkpoints_of_before_that_hold");
    }
}
