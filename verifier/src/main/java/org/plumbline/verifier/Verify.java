package org.plumbline.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Refused;

/**
 * {@code verify FILE [--trust FILE]}: checks a {@code .tlog-proof} offline. Exit codes: 0 it holds under keys vouched
 * for, 1 it does not hold, 2 wrong usage, 3 it holds, but under keys nobody has vouched for.
 */
public final class Verify {
    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int USAGE = 2;
    private static final int NOT_VOUCHED_FOR = 3;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final PrintStream out;
    private final PrintStream err;

    private Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
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
                    "verify FILE [--trust FILE]: checks a .tlog-proof; TRUST is a policy of keys you have from others");
            return USAGE;
        }
        var verify = new Verify(out, err);
        try {
            Optional<Policy> policy =
                    trusted ? Optional.of(Policy.parse(Files.readAllBytes(Path.of(words.get(2))))) : Optional.empty();
            return verify.check(EntryProof.read(Files.readAllBytes(Path.of(words.getFirst()))), policy);
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

    private int check(EntryProof entry, Optional<Policy> vouched) throws Refused {
        if (entry.body().isPresent()) {
            holds("the entry and its salt give the commitment");
            show(entry.body().get());
        } else {
            holds("the entry was erased by law; its commitment stands");
        }
        Policy policy = vouched.orElseGet(() -> new Policy(
                List.of(new Policy.LogKey(entry.stated(), "")), java.util.Map.of(), new Policy.Quorum.None()));
        Policy.Accepted accepted =
                entry.proof().verify(policy, entry.commitment().leaf());
        holds("the commitment stands at index " + entry.proof().index() + " of a tree of "
                + accepted.checkpoint().size());
        holds("the checkpoint of that tree is signed by " + accepted.log().name());
        accepted.cosignatures()
                .forEach(each -> holds("cosigned by " + each.key().name()));
        if (vouched.isEmpty()) {
            err.println("Consistent, but signed by a key you haven't vouched for:");
            err.println("  log " + entry.stated());
            return NOT_VOUCHED_FOR;
        }
        if (accepted.cosignatures().isEmpty()) {
            out.println("Not witnessed: only the log's own key says that nobody was shown another past.");
        }
        out.println("Holds.");
        return HOLDS;
    }

    private void show(Json.Fields body) {
        for (String name : List.of("at", "member", "organisation", "action", "outcome", "purpose", "case")) {
            if (body.values().get(name) instanceof Json.Text text
                    && !text.value().isEmpty()) {
                out.println(
                        "     " + name + ": " + CONTROL.matcher(text.value()).replaceAll(" "));
            }
        }
    }

    private void holds(String step) {
        out.println("ok   " + step);
    }
}
