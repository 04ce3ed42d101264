package org.plumbline.engine.log.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.Verified;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * Whose signatures make a checkpoint worth believing (C2SP tlog-policy): one of the logs, and a quorum of witnesses.
 *
 * @param witnesses by the name that groups use
 * @param quorum what has to be witnessed
 */
public record Policy(List<LogKey> logs, Map<String, WitnessKey> witnesses, Quorum quorum) {
    public Policy {
        logs = List.copyOf(logs);
        witnesses = Map.copyOf(witnesses);
    }

    /** A log and where it is found; the URL may be empty. */
    public record LogKey(VerifierKey key, String url) {}

    /** A witness and where it is found; the URL may be empty. */
    public record WitnessKey(String name, VerifierKey key, String url) {}

    /** What the witnesses have to say together. */
    public sealed interface Quorum {
        /** Whether these witnesses are enough. */
        boolean isMetBy(Predicate<WitnessKey> cosigned);

        /** No witness is asked for. */
        record None() implements Quorum {
            @Override
            public boolean isMetBy(Predicate<WitnessKey> cosigned) {
                return true;
            }
        }

        /** This witness. */
        record One(WitnessKey witness) implements Quorum {
            @Override
            public boolean isMetBy(Predicate<WitnessKey> cosigned) {
                return cosigned.test(witness);
            }
        }

        /** At least so many of the members. */
        record Group(int threshold, List<Quorum> members) implements Quorum {
            public Group {
                members = List.copyOf(members);
            }

            @Override
            public boolean isMetBy(Predicate<WitnessKey> cosigned) {
                return members.stream()
                                .filter(member -> member.isMetBy(cosigned))
                                .count()
                        >= threshold;
            }
        }
    }

    /** Reads a policy. */
    public static Policy parse(byte[] text) throws Refused {
        return PolicyReader.read(text);
    }

    /**
     * What a checkpoint states, once the policy holds for it.
     *
     * @param log whose signature was found
     * @param cosignatures of the policy's witnesses, with their times
     */
    public record Accepted(Checkpoint checkpoint, VerifierKey log, List<Verified> cosignatures) {
        public Accepted {
            cosignatures = List.copyOf(cosignatures);
        }
    }

    /** Refuses unless one of the logs has signed and the quorum has cosigned. */
    public Accepted check(Note note) throws Refused {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<VerifierKey> ofLog = logs.stream()
                .map(LogKey::key)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (ofLog.isEmpty()) {
            throw new Refused(Fault.LOG_UNKNOWN, checkpoint.origin());
        }
        List<VerifierKey> ofWitnesses =
                witnesses.values().stream().map(WitnessKey::key).toList();
        List<Verified> verified = note.verify(all(ofLog, ofWitnesses));
        VerifierKey log = verified.stream()
                .map(Verified::key)
                .filter(ofLog::contains)
                .findFirst()
                .orElseThrow(() -> new Refused(Fault.LOG_SIGNATURE_MISSING, checkpoint.origin()));
        List<Verified> cosignatures = verified.stream()
                .filter(each -> ofWitnesses.contains(each.key()))
                .toList();
        requireQuorum(cosignatures);
        return new Accepted(checkpoint, log, cosignatures);
    }

    private void requireQuorum(List<Verified> cosignatures) throws Refused {
        Set<VerifierKey> cosigned = new HashSet<>();
        cosignatures.forEach(each -> cosigned.add(each.key()));
        if (!quorum.isMetBy(witness -> cosigned.contains(witness.key()))) {
            throw new Refused(Fault.QUORUM_NOT_MET, cosigned.size() + " of " + witnesses.size() + " witnesses");
        }
    }

    private static List<VerifierKey> all(List<VerifierKey> logs, List<VerifierKey> witnesses) {
        var all = new ArrayList<>(logs);
        witnesses.stream().filter(key -> !logs.contains(key)).forEach(all::add);
        return all;
    }
}
