package org.plumbline.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is wrong with values, one by one and together. */
final class Checks {
    private final Map<Setting, Resolved> by;
    private final List<String> faults = new ArrayList<>();

    private Checks(List<Resolved> all) {
        this.by = all.stream().collect(Collectors.toMap(Resolved::setting, Function.identity()));
    }

    static List<String> faults(List<Resolved> all) {
        var checks = new Checks(all);
        all.stream().filter(Resolved::isSet).forEach(checks::alone);
        checks.database();
        checks.provider();
        return List.copyOf(checks.faults);
    }

    private void alone(Resolved one) {
        Optional<String> fault =
                one.value().isBlank() ? Optional.of("is empty") : one.setting().kind().fault(one.value());
        // Somebody may have written the secret itself where its file is named.
        String value = one.setting().kind() == Kind.SECRET_FILE ? " names a file" : " is \"" + one.value() + "\",";
        fault.ifPresent(what -> faults.add(one.origin() + ": " + one.setting().key() + value + " which " + what));
    }

    private void database() {
        boolean outside = !value(KnownSettings.DATABASE).equals("embedded");
        for (Setting password : List.of(KnownSettings.OWNER_PASSWORD, KnownSettings.APP_PASSWORD)) {
            if (outside && !isSet(password)) {
                faults.add(password.key() + " is missing; a database of your own needs it beside database.url");
            } else if (!outside && isSet(password)) {
                faults.add(password.key() + " is set, but the embedded database makes its own passwords; set database.url"
                        + " too or leave it out");
            }
        }
    }

    private void provider() {
        if (isSet(KnownSettings.ISSUER)) {
            for (Setting needed : List.of(KnownSettings.CLIENT, KnownSettings.ORGANISATION)) {
                if (!isSet(needed)) {
                    faults.add(needed.key() + " is missing; a provider needs it beside oidc.issuer");
                }
            }
            return;
        }
        by.values().stream()
                .filter(one -> one.isSet() && one.setting().key().startsWith("oidc."))
                .map(one -> one.setting().key() + " is set, but no oidc.issuer")
                .sorted()
                .forEach(faults::add);
    }

    private boolean isSet(Setting setting) {
        return by.containsKey(setting) && by.get(setting).isSet();
    }

    private String value(Setting setting) {
        Resolved one = by.get(setting);
        return one == null ? setting.otherwise() : one.value();
    }
}
