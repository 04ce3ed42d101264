package org.plumbline.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.proof.TlogProof;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** The proofs of a package: that each link of its chains stands in one signed tree, and what is stamped of that. */
final class PackageProofs {
    private static final String DONE = "done";

    private final BagFiles files;
    private final Optional<Vouched> vouched;
    private final Said said;
    private Optional<EntryProof> first = Optional.empty();

    PackageProofs(BagFiles files, Optional<Vouched> vouched, Said said) {
        this.files = files;
        this.vouched = vouched;
        this.said = said;
    }

    /** The key that the log itself states; only once everything was checked. */
    VerifierKey stated() throws Refused {
        return first.orElseThrow(() -> new Refused(Fault.EXPORT_FORM, Layout.PROOFS + ": nothing is proven"))
                .stated();
    }

    Policy.Accepted check(List<Link> links) throws IOException, Refused, BagRefused {
        byte[] checkpoint = files.read(Layout.CHECKPOINT, TlogProof.MOST_BYTES);
        Set<String> used = new HashSet<>();
        for (Link link : links) {
            String path = link.proof();
            byte[] bytes = files.read(path, TlogProof.MOST_BYTES);
            EntryProof proof = In.file(path, () -> EntryProof.read(bytes));
            names(path, link, proof);
            if (!Arrays.equals(proof.proof().checkpoint().bytes(), checkpoint)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": is under another checkpoint than the package's");
            }
            first = first.or(() -> Optional.of(proof));
            Policy policy = policy();
            In.file(path, () -> proof.verify(policy));
            used.add(path);
        }
        for (String path : files.sizes().tailMap(Layout.PROOFS).keySet()) {
            if (path.startsWith(Layout.PROOFS) && !used.contains(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": proves nothing of this package");
            }
        }
        said.holds(used.size() + " entries of the trail name each receipt and act, and stand in one tree");
        Policy.Accepted accepted = accepted();
        stamped(accepted);
        said.holds("the checkpoint of that tree of " + accepted.checkpoint().size() + " is signed by "
                + accepted.log().name());
        accepted.cosignatures()
                .forEach(each -> said.holds("cosigned by " + each.key().name()));
        return accepted;
    }

    private Policy.Accepted accepted() throws Refused {
        EntryProof proof =
                first.orElseThrow(() -> new Refused(Fault.EXPORT_FORM, Layout.PROOFS + ": nothing is proven"));
        Policy policy = policy();
        return In.file(Layout.CHECKPOINT, () -> policy.check(proof.proof().checkpoint()));
    }

    private Policy policy() throws Refused {
        return vouched.isPresent()
                ? vouched.get().policy()
                : new Policy(List.of(new Policy.LogKey(stated(), "")), Map.of(), new Policy.Quorum.None());
    }

    private static void names(String path, Link link, EntryProof proof) throws Refused {
        Map<String, Json> entry = proof.body()
                .orElseThrow(() -> new Refused(Fault.BODY_MISSING, path + ": does not carry its entry"))
                .values();
        boolean done = new Json.Text(DONE).equals(entry.get("outcome"));
        if (!done || !link.namedBy(entry)) {
            throw new Refused(Fault.EXPORT_FORM, path + ": its entry records something else");
        }
    }

    private void stamped(Policy.Accepted accepted) throws IOException, Refused, BagRefused {
        var stamps = new TreeMap<String, byte[]>();
        for (String path : files.sizes().tailMap(Layout.TIMESTAMPS).keySet()) {
            if (path.startsWith(Layout.TIMESTAMPS)) {
                stamps.put(path, files.read(path, TlogProof.MOST_BYTES));
            }
        }
        for (StampedTree tree : StampedTree.all(stamps)) {
            tree.tell(accepted.checkpoint(), said);
        }
    }
}
