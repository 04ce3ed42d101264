package org.plumbline.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's settings, given on its command line so that no edited file can weaken them. */
enum Settings {
    /** What the application runs with: a committed row survives a power cut. */
    DURABLE("on"),
    /** For tests only: the data may be lost with the machine. */
    RELAXED("off");

    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=128MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "max_wal_size=512MB",
            // A segment that is done with goes: renamed for later use it would keep what was erased since.
            "wal_recycle=off",
            "jit=off",
            // Nothing is replicated out.
            "max_logical_replication_workers=0",
            "timezone=UTC",
            "log_timezone=UTC",
            "idle_in_transaction_session_timeout=5min",
            // No text of a query, and no value out of one, may reach a log: errors go to the application alone.
            "log_statement=none",
            "log_min_duration_statement=-1",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_lock_waits=off",
            "log_temp_files=-1",
            "log_autovacuum_min_duration=-1",
            "log_error_verbosity=terse",
            "log_min_messages=log",
            "log_checkpoints=off",
            "logging_collector=on",
            "log_filename=postgres-%a.log",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_truncate_on_rotation=on");

    /** One process per three idle ones saved: reads are done by whoever needs them. */
    private static final List<String> SINCE_18 = List.of("io_method=sync");

    private final String waitsForDisk;

    Settings(String waitsForDisk) {
        this.waitsForDisk = waitsForDisk;
    }

    /** As words of the command line of a server of this major version. */
    List<String> words(Path logFolder, int major) {
        List<String> words = new ArrayList<>();
        List<String> newer = major < 18 ? List.of() : SINCE_18;
        for (List<String> group : List.of(ALWAYS, newer, ofUse(), List.of("log_directory=" + logFolder))) {
            for (String setting : group) {
                words.add("-c");
                words.add(setting);
            }
        }
        return List.copyOf(words);
    }

    private List<String> ofUse() {
        return List.of(
                // Tests have many applications over one server.
                "max_connections=" + (this == RELAXED ? 200 : 60),
                "fsync=" + waitsForDisk,
                "synchronous_commit=" + waitsForDisk,
                "full_page_writes=" + waitsForDisk);
    }

    /** As words for initdb. */
    List<String> forSetup() {
        return this == RELAXED ? List.of("--no-sync") : List.of();
    }
}
