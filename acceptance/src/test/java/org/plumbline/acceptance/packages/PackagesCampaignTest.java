package org.plumbline.acceptance.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.acceptance.Campaign;
import org.plumbline.acceptance.Scratch;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagesCampaignTest {
    private final Path folder = Scratch.folder("packages");
    private final List<String> said = new ArrayList<>();
    private Campaign.Outcome outcome;

    @BeforeAll
    void run() {
        outcome = new PackagesCampaign().run(Campaign.Size.SMALL, 20310007, folder, said::add);
    }

    @AfterAll
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void thePackageIsTheSameTwiceSoundAndRuns() {
        assertThat(outcome.failures()).as("%s%n%s", outcome.counts(), said).isEmpty();
    }

    @Test
    void thePackageHasALifeInADebianOfItsOwn() {
        Object why = outcome.counts().get(PackagesCampaign.NOT_RUN);
        assumeTrue(why == null, "not run " + why);

        assertThat(outcome.counts())
                .extractingByKey("seconds_by_step", InstanceOfAssertFactories.MAP)
                .containsKey("installed again over what was left; the case is there");
    }
}
