package org.plumbline.verifier;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagJudgement;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.Statement;

/** Checks an evidence package, one step after the other, in the order of docs/formats/package.md. */
final class PackageCheck {
    static final int MOST_TEXT = 1 << 26;

    private final BagFiles files;
    private final Optional<Vouched> vouched;
    private final Said said;
    private final StatedBag stated;

    PackageCheck(BagFiles files, Optional<Vouched> vouched, Said said) {
        this.files = files;
        this.vouched = vouched;
        this.said = said;
        this.stated = new StatedBag(files, vouched, said);
    }

    CheckedPackage check() throws IOException, Refused, BagRefused {
        BagJudgement bag = bag();
        Statement statement = stated.whole();
        byte[] terms = files.read(Layout.HANDLING, MOST_TEXT);
        Handling handling = In.file(Layout.HANDLING, () -> Handling.read(terms));
        if (!stated.statement(Layout.HANDLING_STATEMENT, Layout.HANDLING).key().equals(statement.key())) {
            throw new Refused(
                    Fault.KEY_OTHER, Layout.HANDLING_STATEMENT + ": is under another key than the package's statement");
        }
        said.holds("the terms are stated by the same organisation, apart from the package too");
        said.terms(handling);
        var chains = new PackageChains(files, bag, handling, said);
        chains.check();
        var proofs = new PackageProofs(files, vouched, said);
        Policy.Accepted accepted = proofs.check(chains.links());
        return new CheckedPackage(handling, chains.chains(), statement, accepted, proofs.stated());
    }

    private BagJudgement bag() throws IOException, Refused, BagRefused {
        for (String path : files.sizes().keySet()) {
            if (!Layout.knows(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": is nothing that a package has");
            }
        }
        for (String path : Layout.NEEDED) {
            if (!files.sizes().containsKey(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": is not there");
            }
        }
        BagJudgement bag = stated.judged();
        Set<String> listed = new TreeSet<>(bag.sha256().keySet());
        listed.add(MadeBag.TAG_MANIFEST);
        listed.add(Layout.STATEMENT);
        for (String path : files.sizes().keySet()) {
            if (!listed.contains(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": no manifest lists it");
            }
        }
        said.holds(listed.size() + " files, each as its manifest says, and no other");
        return bag;
    }
}
