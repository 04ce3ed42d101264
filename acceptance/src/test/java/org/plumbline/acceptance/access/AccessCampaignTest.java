package org.plumbline.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

class AccessCampaignTest {
    private final Path folder = Scratch.folder("access");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void nothingForeignShowsOrChanges() {
        Campaign.Outcome outcome = new AccessCampaign().run(Campaign.Size.SMALL, 20310007, folder, said::add);

        assertThat(outcome.failures())
                .as("%s%n%s%n%s", outcome.failures(), outcome.counts(), said)
                .isEmpty();
        assertThat(outcome.counts()).containsEntry("attempts", 3000L);
    }
}
