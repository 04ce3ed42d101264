package org.plumbline.engine.log.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy.LogKey;
import org.plumbline.engine.log.policy.Policy.Quorum;
import org.plumbline.engine.log.policy.Policy.WitnessKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/** Reads a policy line by line. Names are octets, so the text is held as one character each (ISO 8859-1). */
final class PolicyReader {
    /** The specification asks for 32 of each kind at least. */
    private static final int MOST_OF_A_KIND = 256;

    private static final int MOST_BYTES = 4_000_000;
    private static final String NONE = "none";

    private final List<LogKey> logs = new ArrayList<>();
    private final Map<String, WitnessKey> witnesses = new LinkedHashMap<>();

    /** Witnesses and groups by name: what a later line may name. */
    private final Map<String, Quorum> defined = new HashMap<>();

    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    private PolicyReader() {}

    static Policy read(byte[] bytes) throws Refused {
        if (bytes.length > MOST_BYTES) {
            throw new Refused(Fault.TOO_LONG, bytes.length + " bytes, at most " + MOST_BYTES);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
            throw new Refused(Fault.CONTROL_CHARACTER, "none but tab and newline");
        }
        if (!text.endsWith("\n")) {
            throw new Refused(Fault.NOT_TERMINATED, "the last line of the policy");
        }
        var reader = new PolicyReader();
        for (String line : text.split("\n", -1)) {
            reader.line(line);
        }
        if (reader.quorum == null) {
            throw new Refused(Fault.POLICY_QUORUM, "no quorum line");
        }
        return new Policy(reader.logs, reader.witnesses, reader.quorum);
    }

    private void line(String line) throws Refused {
        var words = new ArrayList<String>();
        var tokens = new StringTokenizer(line, " \t");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        if (words.isEmpty() || words.getFirst().startsWith("#")) {
            return;
        }
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "log" -> log(rest);
            case "witness" -> witness(rest);
            case "group" -> group(rest);
            case "quorum" -> quorum(rest);
            default -> throw new Refused(Fault.POLICY_LINE, "log, witness, group or quorum");
        }
    }

    private void log(List<String> words) throws Refused {
        require(words.size() == 1 || words.size() == 2, "log KEY [URL]");
        VerifierKey key = key(words.getFirst());
        if (!key.type().mayBeOfLog()) {
            throw new Refused(Fault.KEY_USE, key.type() + " is not of a log");
        }
        if (logs.stream().anyMatch(other -> other.key().sameKeyAs(key))) {
            throw new Refused(Fault.POLICY_KEY_TWICE, "log " + key.name());
        }
        requireRoom(logs.size());
        logs.add(new LogKey(key, words.size() == 2 ? words.get(1) : ""));
    }

    private void witness(List<String> words) throws Refused {
        require(words.size() == 2 || words.size() == 3, "witness NAME KEY [URL]");
        VerifierKey key = key(words.get(1));
        if (!key.type().mayBeOfWitness()) {
            throw new Refused(Fault.KEY_USE, key.type() + " is not of a witness");
        }
        if (witnesses.values().stream().anyMatch(other -> other.key().sameKeyAs(key))) {
            throw new Refused(Fault.POLICY_KEY_TWICE, "witness " + key.name());
        }
        requireRoom(witnesses.size());
        var witness = new WitnessKey(words.getFirst(), key, words.size() == 3 ? words.get(2) : "");
        define(witness.name(), new Quorum.One(witness));
        witnesses.put(witness.name(), witness);
    }

    private void group(List<String> words) throws Refused {
        require(words.size() >= 3, "group NAME all|any|NUMBER MEMBER...");
        var of = new ArrayList<Quorum>();
        for (String name : words.subList(2, words.size())) {
            of.add(named(name));
            if (!members.add(name)) {
                throw new Refused(Fault.POLICY_MEMBER_TWICE, name);
            }
        }
        requireRoom(defined.size() - witnesses.size());
        define(words.getFirst(), new Quorum.Group(threshold(words.get(1), of.size()), of));
    }

    private void quorum(List<String> words) throws Refused {
        require(words.size() == 1, "quorum NAME");
        if (quorum != null) {
            throw new Refused(Fault.POLICY_QUORUM, "two quorum lines");
        }
        quorum = words.getFirst().equals(NONE) ? new Quorum.None() : named(words.getFirst());
    }

    private static int threshold(String word, int members) throws Refused {
        long threshold = switch (word) {
            case "all" -> members;
            case "any" -> 1;
            default -> Strict.decimal(word);
        };
        if (threshold < 1 || threshold > members) {
            throw new Refused(Fault.POLICY_THRESHOLD, threshold + " of " + members);
        }
        return (int) threshold;
    }

    private void define(String name, Quorum quorum) throws Refused {
        if (name.equals(NONE) || defined.putIfAbsent(name, quorum) != null) {
            throw new Refused(Fault.POLICY_NAME_TAKEN, name);
        }
    }

    private Quorum named(String name) throws Refused {
        Quorum known = defined.get(name);
        if (known == null) {
            throw new Refused(Fault.POLICY_NAME_UNKNOWN, name);
        }
        return known;
    }

    private static VerifierKey key(String word) throws Refused {
        byte[] octets = word.getBytes(StandardCharsets.ISO_8859_1);
        return VerifierKey.parse(Strict.text(octets, octets.length));
    }

    private static void require(boolean form, String rule) throws Refused {
        if (!form) {
            throw new Refused(Fault.POLICY_LINE, rule);
        }
    }

    private static void requireRoom(int there) throws Refused {
        if (there == MOST_OF_A_KIND) {
            throw new Refused(Fault.POLICY_TOO_LARGE, "at most " + MOST_OF_A_KIND + " of a kind");
        }
    }
}
