package org.plumbline.administration;

import java.util.List;
import java.util.function.Function;
import org.plumbline.audit.log.LogEpochs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.keys.EndedKey;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.springframework.stereotype.Service;

/** What may be said of the installation's keys, for administrators: never a key itself. */
@Service
@Application
public class InstallationKeys {
    private static final Action READ = new Action("administration.read-keys", Right.ADMINISTER);

    private final Acts acts;
    private final KeyFolder keys;
    private final LogEpochs epochs;

    InstallationKeys(Acts acts, KeyFolder keys, LogEpochs epochs) {
        this.acts = acts;
        this.keys = keys;
        this.epochs = epochs;
    }

    /**
     * The keys.
     *
     * @param master fingerprint of the master key
     * @param place where it is
     * @param epochs stretches of the log, each under a key of its own
     * @param ended keys that are not used any more
     */
    public record Known(
            String master,
            String place,
            List<KeyFolder.Described> keys,
            List<LogEpochs.Seen> epochs,
            List<EndedKey> ended) {}

    /** All of them, but for those of other organisations. */
    public Known list() {
        return acts.consult(
                READ,
                Scope.organisation(),
                () -> Noted.of(new Known(
                        keys.master().fingerprint(),
                        keys.placeOfMaster(),
                        own(keys.all(), KeyFolder.Described::kind),
                        epochs.all(),
                        own(keys.ended(), EndedKey::kind))));
    }

    private static <T> List<T> own(List<T> all, Function<T, String> name) {
        String own = KeyFolder.nameOf(Acting.require().organisation().value());
        String others = KeyKind.ORGANISATION.code() + "-";
        return all.stream()
                .filter(key ->
                        !name.apply(key).startsWith(others) || name.apply(key).equals(own))
                .toList();
    }
}
