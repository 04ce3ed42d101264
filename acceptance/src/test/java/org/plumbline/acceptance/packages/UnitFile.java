package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A systemd unit as it is shipped, so that where there is no systemd the same line is started with the same rights.
 *
 * @param settings the last value of each key; our units give no key two meanings
 */
record UnitFile(Map<String, String> settings) {
    UnitFile {
        settings = Map.copyOf(settings);
    }

    static UnitFile read(Path file) {
        var settings = new LinkedHashMap<String, String>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    settings.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no unit " + file, e);
        }
        return new UnitFile(settings);
    }

    /** The words that start its program as its user, in its folder, without what it gives up. */
    List<String> words() {
        var words = new ArrayList<>(
                List.of("setpriv", "--reuid=" + value("User"), "--regid=" + value("Group"), "--init-groups"));
        if (value("NoNewPrivileges").equals("yes")) {
            words.add("--no-new-privs");
        }
        if (value("CapabilityBoundingSet").isEmpty()) {
            words.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        }
        String start = "umask " + value("UMask") + " && cd " + value("WorkingDirectory") + " && exec \"$@\"";
        words.addAll(List.of("env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
        words.addAll(List.of("sh", "-c", start, "unit"));
        words.addAll(List.of(value("ExecStart").split(" ", -1)));
        return words;
    }

    private String value(String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalStateException("The unit doesn't say " + key);
        }
        return value;
    }
}
