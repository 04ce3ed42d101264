package org.plumbline.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plumbline.settings.Resolved;
import org.plumbline.settings.SettingsRefused;

/** {@code config check}: every setting with its value and where that comes from, or every problem there is. */
final class ConfigCheck {
    private final PrintStream out;
    private final PrintStream err;

    ConfigCheck(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] arguments, Map<String, String> environment) {
        if (arguments.length == 0 || !arguments[0].equals("check")) {
            throw new UsageException("config knows: config check [--config FILE] [--data DIR]");
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Options options = Options.parse(rest, "config check", List.of("config", "data"));
        try {
            List<Resolved> all = SettingsOf.commandLine(options, environment).all();
            all.forEach(one -> out.println(line(one)));
            out.println(all.stream().filter(Resolved::isSet).count() + " of " + all.size()
                    + " settings are set: nothing is wrong with them.");
            return 0;
        } catch (SettingsRefused refused) {
            refused.problems().forEach(err::println);
            return 1;
        }
    }

    private static String line(Resolved one) {
        String value = one.value().isEmpty() ? "-" : one.value();
        return one.setting().key() + " = " + value + (one.isSet() ? "   (" + one.origin() + ")" : "");
    }
}
