package org.plumbline.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

class UploadsCampaignTest {
    private static final long SEED = 20310007;

    private final Path folder = Scratch.folder("uploads");
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void noExhibitWithoutItsBytesAndNoBytesWithoutTheirExhibitAfterKills() {
        Campaign.Outcome outcome = new UploadsCampaign().run(Campaign.Size.SMALL, SEED, folder, said::add);

        assertThat(outcome.failures()).as("%s%n%s", outcome.counts(), said).isEmpty();
        assertThat(outcome.counts()).containsEntry("kills", 3);
        assertThat((Integer) outcome.counts().get("pieces_cut_off")).isPositive();
    }
}
