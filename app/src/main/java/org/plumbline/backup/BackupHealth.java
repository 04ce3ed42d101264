package org.plumbline.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.plumbline.watching.PartVersion;
import org.plumbline.watching.Versioned;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How long ago the last backup was taken. */
@Component
@Order(80)
class BackupHealth implements HealthCheck, Versioned {
    private static final Duration LONGEST = Duration.ofDays(2);

    private final Path data;
    private final Clock clock;

    BackupHealth(@Value("${plumbline.data}") Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        try {
            return List.of(LastBackup.of(data).map(this::since).orElseGet(() -> Finding.missing("backup", "none")));
        } catch (IOException | DateTimeParseException unreadable) {
            return List.of(Finding.missing("backup", "none"));
        }
    }

    @Override
    public List<PartVersion> versions() {
        return List.of(new PartVersion("backup", Integer.toString(Manifest.FORMAT)));
    }

    private Finding since(Instant taken) {
        Duration ago = Duration.between(taken, clock.instant());
        return ago.compareTo(LONGEST) > 0
                ? Finding.failing("backup", "old", "days", ago.toDays())
                : Finding.good("backup", "fresh", "hours", Math.max(0, ago.toHours()));
    }
}
