package org.plumbline.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which key signs the log, and which did before. After a restore no old key signs again: a new epoch begins, under a
 * new key and origin, with an entry that says from where it goes on.
 */
@Component
class Epochs {
    private final EpochTable table;
    private final Beginning beginning;
    private final KeyFolder keys;
    private final TrailFolder folder;
    private volatile List<Epoch> all = List.of();

    /** What brings a new epoch onto the trail. */
    interface Beginning {
        /** @param marked why it begins */
        void record(VerifierKey key, EpochFacts marked) throws IOException, Refused;
    }

    @Autowired
    Epochs(EpochTable table, EpochActs beginning, KeyFolder keys, @Value("${plumbline.data}") Path data) {
        this(table, beginning, keys, new TrailFolder(data));
    }

    Epochs(EpochTable table, Beginning beginning, KeyFolder keys, TrailFolder folder) {
        this.table = table;
        this.beginning = beginning;
        this.keys = keys;
        this.folder = folder;
    }

    /** Makes sure that records and log hold the same before another key signs on. */
    @FunctionalInterface
    interface Restored {
        void require() throws IOException, Refused;
    }

    /**
     * The key that signs from now on. Where the folder asks for it, a new epoch begins.
     *
     * @throws Refused {@code KEY_MISSING} when the key of the epoch is not in the folder and nothing says why
     */
    SignerKey open(Restored restored) throws IOException, Refused {
        table.place();
        List<Epoch> before = table.all();
        EpochMark mark = EpochMark.of(folder);
        Optional<EpochFacts> asked = mark.read();
        SignerKey key = asked.isPresent() ? unused(before) : own(before);
        boolean begun = !before.isEmpty() && before.getLast().key().equals(key.verifier());
        if (before.isEmpty()) {
            table.insert(key.verifier(), new EpochFacts(new java.util.TreeMap<>()).text());
        } else if (!begun) {
            restored.require();
            beginning.record(key.verifier(), asked.orElseThrow());
        }
        table.place();
        all = table.all();
        mark.remove();
        return key;
    }

    /** All of them, the oldest first; none until the log is open. */
    List<Epoch> all() {
        return all;
    }

    /** The epoch of now; absent until the log is open. */
    Optional<Epoch> current() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The epoch whose checkpoints have this origin. */
    Optional<Epoch> of(String origin) {
        return all.stream().filter(epoch -> epoch.origin().equals(origin)).findFirst();
    }

    /** The one that follows. */
    Optional<Epoch> after(Epoch epoch) {
        return all.stream().filter(next -> next.number() == epoch.number() + 1).findFirst();
    }

    /** Keys that verify, those of the oldest epoch first. */
    List<VerifierKey> keys() {
        return all.stream().map(Epoch::key).toList();
    }

    /** A key that no epoch had; one that was made before a stop is taken up again. */
    private SignerKey unused(List<Epoch> before) throws IOException, Refused {
        if (isThere()) {
            SignerKey there = LogKey.of(keys);
            boolean isOld = before.stream().anyMatch(epoch -> epoch.key().equals(there.verifier()));
            boolean isBegun = isOld && before.getLast().key().equals(there.verifier()) && wasMarked(before.getLast());
            if (!isOld || isBegun) {
                return there;
            }
        }
        return LogKey.another(keys);
    }

    /** Whether this epoch began as the mark asks: the mark outlived a stop just after. */
    private boolean wasMarked(Epoch epoch) throws IOException, Refused {
        Optional<EpochFacts> asked = EpochMark.of(folder).read();
        return asked.isPresent()
                && epoch.facts().all().entrySet().containsAll(asked.get().all().entrySet());
    }

    private boolean isThere() {
        return Files.exists(KeyFolder.file(folder.data(), KeyKind.TRAIL_LOG));
    }

    private SignerKey own(List<Epoch> before) throws IOException, Refused {
        if (!before.isEmpty() && !isThere()) {
            throw new Refused(
                    Fault.KEY_MISSING, "the key of epoch " + before.getLast().number());
        }
        SignerKey key = LogKey.of(keys);
        if (!before.isEmpty() && !before.getLast().key().equals(key.verifier())) {
            throw new Refused(
                    Fault.KEY_OTHER,
                    key.verifier().name() + " is not the log of epoch "
                            + before.getLast().number());
        }
        return key;
    }
}
