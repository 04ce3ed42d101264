package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The clock of an installation under a campaign: the machine's, shifted by the seconds that a file holds. Started with
 * {@code -Dcampaign.clock=FILE}; without that, nothing of it is there. The machine's own clock stays, since others use
 * it too: what asks it past the application's clock is not shifted.
 */
public final class ShiftedClock implements ApplicationContextInitializer<GenericApplicationContext> {
    private static final String SETTING = "campaign.clock";

    /** Made by name. */
    public ShiftedClock() {}

    /** What the installation is started with. */
    static String option(Path file) {
        return "-D" + SETTING + "=" + file;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        String file = System.getProperty(SETTING);
        if (file != null) {
            context.registerBean(
                    "shiftedClock", Clock.class, () -> new Shifted(Path.of(file)), bean -> bean.setPrimary(true));
        }
    }

    private static final class Shifted extends Clock {
        private final Path file;

        Shifted(Path file) {
            this.file = file;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone); // asked for the day of a moment
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now()
                        .plus(Duration.ofSeconds(
                                Long.parseLong(Files.readString(file).strip())));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
