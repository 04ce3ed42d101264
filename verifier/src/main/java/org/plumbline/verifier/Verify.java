package org.plumbline.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.bag.FolderFiles;
import org.plumbline.engine.evidence.bag.ZipFiles;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.Statement;

/**
 * {@code verify PACKAGE [--trust FILE]}: checks an evidence package, a statement of completeness, the trail of a case
 * or a {@code .tlog-proof}, offline. Exit codes: 0 it holds under keys vouched for, 1 it does not hold, 2 wrong usage,
 * 3 it holds, but under keys nobody has vouched for.
 */
public final class Verify {
    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int USAGE = 2;
    private static final int NOT_VOUCHED_FOR = 3;

    /** Of a proof, or of the trail of a case, which is read whole; a package may have any length. */
    private static final long MOST_BYTES = 1L << 30;

    private final PrintStream out;
    private final PrintStream err;
    private final Said said;

    private Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.said = new Said(out);
    }

    /** Runs the command by itself. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** Runs the command; answers its exit code. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        var words = List.of(arguments);
        boolean trusted = words.size() == 3 && words.get(1).equals("--trust");
        if (!trusted && (words.size() != 1 || words.getFirst().startsWith("--"))) {
            err.println(
                    "verify PACKAGE [--trust FILE]: checks an evidence package or a statement of completeness"
                            + " (archive or folder), the trail of a case, or a .tlog-proof; TRUST is a policy of keys you have from others");
            return USAGE;
        }
        var verify = new Verify(out, err);
        try {
            Optional<Vouched> vouched =
                    trusted ? Optional.of(Vouched.read(Files.readAllBytes(Path.of(words.get(2))))) : Optional.empty();
            return verify.check(Path.of(words.getFirst()), vouched);
        } catch (BagRefused e) {
            err.println("does not hold: " + e.getMessage());
            return FAILS;
        } catch (Refused e) {
            err.println("does not hold: " + e.getMessage());
            return FAILS;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile());
            return FAILS;
        } catch (IOException e) {
            err.println("A file cannot be read: " + e.getMessage());
            return FAILS;
        }
    }

    private int check(Path path, Optional<Vouched> vouched) throws IOException, Refused, BagRefused {
        if (Files.isDirectory(path)) {
            return given(FolderFiles.of(path), vouched);
        } else if (ZipFiles.isOne(path) && !TrailArchive.begins(path)) {
            try (ZipFiles zip = ZipFiles.open(path)) {
                said.holds("the archive has the one form that is written, to the last byte");
                return given(zip, vouched);
            }
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new Refused(Fault.TOO_LONG, "a proof or trail of more than " + MOST_BYTES + " bytes");
        }
        byte[] file = Files.readAllBytes(path);
        return TrailArchive.isOne(file)
                ? check(TrailArchive.read(file), vouched)
                : check(EntryProof.read(file), vouched);
    }

    private int given(BagFiles files, Optional<Vouched> vouched) throws IOException, Refused, BagRefused {
        if (CompletenessCheck.isOne(files)) {
            return completeness(new CompletenessCheck(files, vouched, said).check(), vouched);
        }
        CheckedPackage checked = new PackageCheck(files, vouched, said).check();
        boolean organisation = vouched.map(checked::isVouchedBy).orElse(false);
        if (organisation) {
            return whole(checked.accepted());
        }
        err.println(
                "Consistent, but signed by " + (vouched.isPresent() ? "a key" : "keys") + " you haven't vouched for:");
        err.println("  # organisation " + checked.statement().key());
        if (vouched.isEmpty()) {
            err.println("  log " + checked.log());
        }
        return NOT_VOUCHED_FOR;
    }

    private int completeness(VerifierKey key, Optional<Vouched> vouched) {
        if (vouched.filter(known -> known.organisations().contains(key)).isPresent()) {
            out.println("Holds.");
            return HOLDS;
        }
        err.println("Consistent, but signed by a key you haven't vouched for:");
        err.println("  # organisation " + key);
        return NOT_VOUCHED_FOR;
    }

    private int check(EntryProof entry, Optional<Vouched> vouched) throws Refused {
        if (entry.body().isPresent()) {
            holds("the entry and its salt give the commitment");
            show(entry.body().get());
        } else if (entry.tombstone().isEmpty()) {
            holds("what the entry says was withheld from whoever was given this proof; its commitment stands");
        }
        Policy policy = vouched.map(Vouched::policy).orElseGet(() -> stated(entry));
        Policy.Accepted accepted = entry.verify(policy);
        if (entry.tombstone().isPresent()) {
            holds("the entry was erased by law, and the entry that records it stands in the log:");
            entry.tombstone().get().body().ifPresent(this::show);
        }
        holds("the commitment stands at index " + entry.proof().index() + " of a tree of "
                + accepted.checkpoint().size());
        return signed(accepted, entry, vouched.isPresent());
    }

    private int check(TrailArchive archive, Optional<Vouched> vouched) throws Refused {
        List<EntryProof> entries = archive.entries();
        EntryProof first = entries.getFirst();
        Policy policy = vouched.map(Vouched::policy).orElseGet(() -> stated(first));
        for (EntryProof entry : entries) {
            try {
                entry.verify(policy);
            } catch (Refused e) {
                throw new Refused(
                        e.fault(), "the entry at index " + entry.proof().index() + ": " + e.detail());
            }
        }
        long erased = entries.stream().filter(e -> e.tombstone().isPresent()).count();
        holds(entries.size() + " entries and their salts give their commitments, but for " + erased
                + " erased by law, each with the entry that records it");
        holds("each commitment stands at its index of one tree");
        out.println("     That no entry of the case was left out cannot be told from the archive.");
        if (archive.statement().isPresent()) {
            stated(
                    archive.statement().get(),
                    vouched.map(Vouched::organisations).orElse(List.of()));
        }
        Policy.Accepted accepted = policy.check(first.proof().checkpoint());
        for (StampedTree tree : archive.stamped()) {
            tree.tell(accepted.checkpoint(), said);
        }
        return signed(accepted, first, vouched.isPresent());
    }

    private void stated(Statement statement, List<VerifierKey> organisations) throws Refused {
        boolean vouched = organisations.contains(statement.key());
        if (!organisations.isEmpty() && !vouched) {
            throw new Refused(
                    Fault.SIGNATURE_MISSING,
                    "the archive was given out by " + statement.key().name()
                            + ", which is not the organisation you know");
        }
        holds("given out at " + statement.given() + ", as " + statement.key().name() + " states of all files in it");
        if (!vouched) {
            out.println("     That key is an organisation's that nobody has vouched for: # organisation "
                    + statement.key());
        }
    }

    private int signed(Policy.Accepted accepted, EntryProof entry, boolean vouched) {
        holds("the checkpoint of that tree of " + accepted.checkpoint().size() + " is signed by "
                + accepted.log().name());
        accepted.cosignatures()
                .forEach(each -> holds("cosigned by " + each.key().name()));
        if (!vouched) {
            err.println("Consistent, but signed by a key you haven't vouched for:");
            err.println("  log " + entry.stated());
            return NOT_VOUCHED_FOR;
        }
        return whole(accepted);
    }

    private int whole(Policy.Accepted accepted) {
        if (accepted.cosignatures().isEmpty()) {
            out.println("Not witnessed: only the log's own key says that nobody was shown another past.");
        }
        out.println("Holds.");
        return HOLDS;
    }

    /** Trust in the key that the log itself states. */
    private static Policy stated(EntryProof entry) {
        return new Policy(List.of(new Policy.LogKey(entry.stated(), "")), java.util.Map.of(), new Policy.Quorum.None());
    }

    private void show(Json.Fields body) {
        for (String name : List.of("at", "member", "organisation", "action", "outcome", "purpose", "case")) {
            if (body.values().get(name) instanceof Json.Text text
                    && !text.value().isEmpty()) {
                out.println("     " + name + ": " + Said.plain(text.value()));
            }
        }
    }

    private void holds(String step) {
        said.holds(step);
    }
}
