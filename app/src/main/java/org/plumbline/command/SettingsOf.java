package org.plumbline.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.settings.Settings;
import org.plumbline.settings.SettingsRefused;

/** The settings that a command line, the environment and the file of a data folder lead to. */
final class SettingsOf {
    private SettingsOf() {}

    static Settings commandLine(Options options, Map<String, String> environment) throws SettingsRefused {
        var given = new HashMap<String, String>();
        options.value("port").ifPresent(port -> given.put("port", Integer.toString(Options.port(port))));
        for (String name : List.of("url", "behind-proxy")) {
            options.value(name).ifPresent(value -> given.put(name, value));
        }
        return Settings.read(given, environment, file(options));
    }

    /** The file that is named, or the one in the data folder where there is one. */
    static Optional<Path> file(Options options) {
        return options.value("config")
                .map(Path::of)
                .or(() -> options.value("data")
                        .map(data -> Path.of(data, Settings.FILE))
                        .filter(Files::exists));
    }
}
