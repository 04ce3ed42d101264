package org.plumbline.verifier;

import java.io.IOException;
import java.util.Optional;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagJudgement;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.bag.Bags;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.evidence.packages.NewPackage;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.Statement;

/** A bag that an organisation states: the steps that are the same whatever lies in it. */
final class StatedBag {
    private final BagFiles files;
    private final Optional<Vouched> vouched;
    private final Said said;

    StatedBag(BagFiles files, Optional<Vouched> vouched, Said said) {
        this.files = files;
        this.vouched = vouched;
        this.said = said;
    }

    /** Each file as its manifest says, without so much as a warning. */
    BagJudgement judged() throws IOException, BagRefused {
        BagJudgement bag = Bags.judge(files);
        if (!bag.valid()) {
            throw new BagRefused(bag.faults().getFirst());
        } else if (!bag.warnings().isEmpty()) {
            throw new BagRefused(bag.warnings().getFirst());
        }
        return bag;
    }

    /** The statement over all of it, by an organisation that is vouched for where any is. */
    Statement whole() throws IOException, Refused, BagRefused {
        Statement statement = statement(Layout.STATEMENT, MadeBag.TAG_MANIFEST);
        if (vouched.isPresent()
                && !vouched.get().organisations().isEmpty()
                && !vouched.get().organisations().contains(statement.key())) {
            throw new Refused(
                    Fault.SIGNATURE_MISSING,
                    Layout.STATEMENT + ": it was given out by "
                            + statement.key().name() + ", which is not the organisation you know");
        }
        said.holds(
                "given out at " + statement.given() + ", as " + statement.key().name() + " states of all of it");
        return statement;
    }

    /** A statement over one file. */
    Statement statement(String path, String over) throws IOException, Refused, BagRefused {
        byte[] bytes = files.read(path, PackageCheck.MOST_TEXT);
        Statement statement = In.file(path, () -> Statement.read(bytes));
        if (!statement.files().equals(NewPackage.digest(over, files.read(over, PackageCheck.MOST_TEXT)))) {
            throw new Refused(Fault.EXPORT_FORM, path + ": is of another " + over + " than this");
        }
        return statement;
    }
}
