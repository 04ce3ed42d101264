package org.plumbline.audit.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

/**
 * A checkpoint as it is printed and typed again: origin, size, and the root in hexadecimal digits by fours. It carries
 * no signature; what vouches for it is the paper it stands on.
 *
 * @param origin of the log
 * @param key eight hexadecimal digits that name the key it was signed with, for people; empty when typed
 * @param day when it was signed, in UTC, for people; empty when typed
 */
public record PaperCheckpoint(String origin, long size, String root, String key, String day) {
    private static final int GROUP = 4;
    private static final int DAY_LENGTH = "2031-03-14".length();
    private static final int GROUPS_A_LINE = 4;

    /** Whatever stands between the groups, and after the root the lines that name key and day, may be left out. */
    private static final Pattern TYPED = Pattern.compile(
            "\\s*log\\s+(\\S+)\\s+size\\s+([0-9]{1,18})\\s+root\\s+((?:[0-9a-f]\\s*){64})(?:key\\s+.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * A checkpoint to be printed.
     *
     * @param verifier the key it is verified with, as it is written: name, identifier and material, each after a plus
     */
    static PaperCheckpoint of(Checkpoint checkpoint, String verifier, Instant at) {
        return new PaperCheckpoint(
                checkpoint.origin(),
                checkpoint.size(),
                HexFormat.of().formatHex(checkpoint.root().bytes()),
                verifier.split("\\+", 3)[1],
                at.truncatedTo(ChronoUnit.DAYS).toString().substring(0, DAY_LENGTH));
    }

    /** Reads what somebody typed; absent when it is something else. */
    static Optional<PaperCheckpoint> typed(String text) {
        Matcher typed = TYPED.matcher(text);
        return typed.matches()
                ? Optional.of(new PaperCheckpoint(
                        typed.group(1),
                        Long.parseLong(typed.group(2)),
                        typed.group(3).replaceAll("\\s", "").toLowerCase(Locale.ROOT),
                        "",
                        ""))
                : Optional.empty();
    }

    Checkpoint checkpoint() throws Refused {
        return Checkpoint.of(origin, new Tree(size, Hash.of(HexFormat.of().parseHex(root))));
    }

    /** As it is printed. */
    public String text() {
        var text = new StringBuilder("log " + origin + "\nsize " + size + "\nroot");
        for (int at = 0; at < root.length(); at += GROUP) {
            boolean newLine = at > 0 && at % (GROUP * GROUPS_A_LINE) == 0;
            text.append(newLine ? "\n     " : " ").append(root, at, at + GROUP);
        }
        text.append('\n');
        return key.isEmpty() ? text.toString() : text + "key  " + key + "\ndate " + day + "\n";
    }
}
