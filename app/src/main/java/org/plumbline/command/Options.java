package org.plumbline.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parsed command line: {@code --name value} options and plain words.
 *
 * @param values options by name, without the hyphens
 * @param words everything else, in order
 */
record Options(Map<String, String> values, List<String> words) {
    Options {
        values = Map.copyOf(values);
        words = List.copyOf(words);
    }

    /** Reads options that each take a value; an unknown one is refused with the known ones. */
    static Options parse(String[] arguments, String command, List<String> known) {
        var values = new HashMap<String, String>();
        var words = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                words.add(arguments[i]);
                continue;
            }
            String name = arguments[i].substring(2);
            int equals = name.indexOf('=');
            if (equals > 0) {
                values.put(checked(name.substring(0, equals), command, known), name.substring(equals + 1));
            } else {
                if (i + 1 == arguments.length) {
                    throw new UsageException("--" + checked(name, command, known) + " needs a value");
                }
                values.put(checked(name, command, known), arguments[++i]);
            }
        }
        return new Options(values, words);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name, String command) {
        return value(name).orElseThrow(() -> new UsageException(command + " needs --" + name));
    }

    static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--port takes a number from 0 to 65535, not \"" + text + "\"");
        }
        throw new UsageException("--port takes a number from 0 to 65535, not \"" + text + "\"");
    }

    private static String checked(String name, String command, List<String> known) {
        if (!known.contains(name)) {
            throw new UsageException(command + " has no option --" + name + "; it has "
                    + known.stream().map(k -> "--" + k).toList());
        }
        return name;
    }
}
