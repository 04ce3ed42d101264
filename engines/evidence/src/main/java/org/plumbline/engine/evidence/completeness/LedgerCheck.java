package org.plumbline.engine.evidence.completeness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Adds a ledger up, line by line, and holds it against what is stated of it. */
public final class LedgerCheck {
    private static final int LONGEST_LINE = 1 << 20;

    private final LedgerSums sums = new LedgerSums();
    private final Set<String> references = new HashSet<>();

    private LedgerCheck() {}

    /**
     * Checks a ledger.
     *
     * @throws Refused naming the first line that does not hold, or the sum that differs
     */
    public static void check(InputStream ledger, Completeness stated) throws IOException, Refused {
        var check = new LedgerCheck();
        var in = new BufferedInputStream(ledger, 1 << 16);
        long number = 0;
        for (Optional<byte[]> line = next(in); line.isPresent(); line = next(in)) {
            number++;
            try {
                check.add(LedgerLine.read(line.get()));
            } catch (Refused e) {
                throw new Refused(e.fault(), "line " + number + ": " + e.detail());
            }
        }
        check.compare(stated);
    }

    private static Optional<byte[]> next(InputStream in) throws IOException, Refused {
        var line = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0; each = in.read()) {
            if (each == '\n') {
                return Optional.of(line.toByteArray());
            } else if (line.size() == LONGEST_LINE) {
                throw new Refused(Fault.TOO_LONG, "a line of the ledger is longer than " + LONGEST_LINE + " bytes");
            }
            line.write(each);
        }
        if (line.size() > 0) {
            throw new Refused(Fault.EXPORT_FORM, "the last line of the ledger is cut off");
        }
        return Optional.empty();
    }

    private void add(LedgerLine line) throws Refused {
        if (!LedgerSums.FINAL.contains(line.state())) {
            throw new Refused(
                    Fault.EXPORT_FORM, line.reference() + " has no final state, but \"" + line.state() + "\"");
        } else if (line.parent().filter(parent -> !references.contains(parent)).isPresent()) {
            throw new Refused(
                    Fault.EXPORT_FORM, line.reference() + " was found in a file that no line before it names");
        } else if (!references.add(line.reference())) {
            throw new Refused(Fault.EXPORT_FORM, line.reference() + " is listed twice");
        }
        sums.add(line);
    }

    private void compare(Completeness stated) throws Refused {
        compare("files received", sums.received(), stated.received());
        compare("bytes received", sums.receivedBytes(), stated.receivedBytes());
        compare("files found inside", sums.inside(), stated.inside());
        for (String state : stated.states().keySet()) {
            compare(
                    "files " + state,
                    sums.states().getOrDefault(state, 0L),
                    stated.states().getOrDefault(state, 0L));
        }
        compare(
                "files in all states",
                sums.received() + sums.inside(),
                stated.states().values().stream().mapToLong(Long::longValue).sum());
    }

    private static void compare(String what, long counted, long stated) throws Refused {
        if (counted != stated) {
            throw new Refused(Fault.EXPORT_FORM, what + ": " + counted + " in the ledger, " + stated + " stated");
        }
    }
}
