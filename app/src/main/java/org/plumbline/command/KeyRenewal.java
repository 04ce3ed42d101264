package org.plumbline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.audit.log.EpochMark;
import org.plumbline.keys.EndedKey;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/** {@code keys renew KIND}: ends a key that signs; the next start makes another. */
final class KeyRenewal {
    private final PrintStream out;
    private final Clock clock;

    KeyRenewal(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** While nothing runs over the folder. */
    int run(Path data, KeyFolder keys, String kindAsked, Options options) {
        String kind = kind(keys, kindAsked);
        String reason = options.value("reason")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new UsageException("keys renew needs --reason, in your words: it is kept"));
        Optional<Instant> since = options.value("revoked-since").map(this::past);
        EndedKey ended = keys.end(kind, since, reason, marked -> mark(data, marked))
                .orElseThrow(() -> new CommandRefused("There is no key " + kind + " in " + data));
        out.println("ended   " + ended.kind() + "  " + ended.publicPart());
        since.ifPresent(
                from -> out.println("revoked since " + from + ": what it signed from then on counts for nothing"));
        out.println(
                kind.equals(KeyKind.TRAIL_LOG.code())
                        ? "The next start makes another, begins a new epoch of the trail with an entry that says why, and"
                                + " signs everybody out. Give the new key (Trail, Checkpoint) to witnesses and to whoever"
                                + " verifies your proofs"
                                + since.map(from -> ", and tell them that the old one is revoked.")
                                        .orElse(".")
                        : "The next start makes another.");
        return 0;
    }

    /** The trail goes on in a new epoch, which says why. */
    private static void mark(Path data, EndedKey ended) {
        if (!ended.kind().equals(KeyKind.TRAIL_LOG.code())) {
            return;
        }
        var facts = new TreeMap<>(Map.of(
                "reason", ended.revokedSince().isPresent() ? "key-revoked" : "key-changed",
                "why", ended.reason(),
                "ended", ended.ended().toString()));
        ended.revokedSince().ifPresent(since -> facts.put("revoked-since", since.toString()));
        try {
            EpochMark.leave(data, facts);
        } catch (IOException e) {
            throw new UncheckedIOException("The new epoch can't be asked for", e);
        }
    }

    private static String kind(KeyFolder keys, String asked) {
        List<String> signing = keys.all().stream()
                .map(KeyFolder.Described::kind)
                .filter(kind -> !kind.equals(KeyKind.SIGN_IN.code()) && !kind.equals(KeyKind.VAULT.code()))
                .toList();
        if (!signing.contains(asked)) {
            throw new UsageException("keys renew takes one of those that sign here: " + String.join(", ", signing));
        }
        return asked;
    }

    private Instant past(String text) {
        try {
            Instant since = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
            if (since.isAfter(clock.instant())) {
                throw new UsageException("--revoked-since " + text + " is still to come");
            }
            return since;
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--revoked-since takes a day or a moment in UTC, such as 2031-03-01 or 2031-03-01T14:00:00Z, not \""
                            + text + "\"");
        }
    }
}
