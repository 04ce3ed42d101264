package org.plumbline.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All settings with the values that hold. The command line comes before the environment, that before the file, that
 * before what holds otherwise.
 */
public final class Settings {
    /** The file's name in a data folder. */
    public static final String FILE = "plumbline.toml";

    private static final String OTHERWISE = "otherwise";

    private final List<Resolved> all;

    private Settings(List<Resolved> all) {
        this.all = List.copyOf(all);
    }

    /** Where nothing was set. */
    public static Settings none() {
        return new Settings(KnownSettings.all().stream()
                .map(s -> new Resolved(s, s.otherwise(), OTHERWISE, false))
                .toList());
    }

    /**
     * Reads and checks all of them.
     *
     * @param commandLine values by key
     * @param environment all variables there are
     * @throws SettingsRefused with every problem there is, when there is one
     */
    public static Settings read(Map<String, String> commandLine, Map<String, String> environment, Optional<Path> file)
            throws SettingsRefused {
        var problems = new ArrayList<String>();
        var found = new HashMap<Setting, Resolved>();
        if (file.isPresent()) {
            try {
                fromFile(file.get(), found, problems);
            } catch (SettingsRefused unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        fromEnvironment(environment, found, problems);
        commandLine.forEach((key, value) -> KnownSettings.of(key)
                .ifPresent(setting -> found.put(setting, new Resolved(setting, value, "--" + key, true))));
        var all = KnownSettings.all().stream()
                .map(s -> found.getOrDefault(s, new Resolved(s, s.otherwise(), OTHERWISE, false)))
                .toList();
        problems.addAll(Checks.faults(all));
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
        return new Settings(all);
    }

    /** All, in their order. */
    public List<Resolved> all() {
        return all;
    }

    /** The value that holds; empty for nothing. */
    public String value(String key) {
        return all.stream()
                .filter(one -> one.setting().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no setting " + key))
                .value();
    }

    /** What the application reads, by its own names: secrets themselves in the place of their files. */
    public Map<String, String> properties() {
        var properties = all.stream()
                .filter(Resolved::isSet)
                .collect(Collectors.toMap(r -> r.setting().property(), Settings::value, (a, b) -> a, TreeMap::new));
        Tls.properties(properties);
        return properties;
    }

    private static String value(Resolved one) {
        boolean isFileOfSecret = one.setting().kind() == Kind.SECRET_FILE
                && !one.setting().property().endsWith("-file");
        if (!isFileOfSecret) {
            return one.value();
        }
        try {
            return Files.readString(Path.of(one.value())).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(one.value() + " could be read a moment ago", e);
        }
    }

    private static void fromFile(Path file, Map<Setting, Resolved> found, List<String> problems)
            throws SettingsRefused {
        SettingsFile.read(file)
                .forEach((key, value) -> KnownSettings.of(key)
                        .ifPresentOrElse(
                                setting -> found.put(
                                        setting,
                                        new Resolved(setting, beside(file, setting, value), file.toString(), true)),
                                () -> problems.add(Unknown.key(file.toString(), key))));
    }

    /** A relative path in the file counts from the file's folder. */
    private static String beside(Path file, Setting setting, String value) {
        return setting.kind().isPath()
                ? Arrays.stream(value.split(","))
                        .map(part -> file.toAbsolutePath()
                                .resolveSibling(part.strip())
                                .toString())
                        .collect(Collectors.joining(","))
                : value;
    }

    private static void fromEnvironment(
            Map<String, String> environment, Map<Setting, Resolved> found, List<String> problems) {
        var byVariable = KnownSettings.all().stream().collect(Collectors.toMap(Setting::variable, s -> s));
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.startsWith("PLUMBLINE_") || KnownSettings.OF_THE_LAUNCHER.contains(name)) {
                return;
            }
            Setting setting = byVariable.get(name);
            if (setting == null) {
                problems.add(Unknown.variable(name));
            } else {
                found.put(setting, new Resolved(setting, value, name, true));
            }
        });
    }
}
