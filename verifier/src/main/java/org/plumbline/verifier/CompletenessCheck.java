package org.plumbline.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagJudgement;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.bag.Bags;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.completeness.Completeness;
import org.plumbline.engine.evidence.completeness.LedgerCheck;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.evidence.packages.NewPackage;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.statement.Statement;

/** Checks a statement of completeness, one step after the other, in the order of docs/formats/completeness.md. */
final class CompletenessCheck {
    private static final Set<String> FILES = Set.of(
            "bagit.txt",
            "bag-info.txt",
            "manifest-sha256.txt",
            MadeBag.TAG_MANIFEST,
            Layout.STATEMENT,
            Completeness.FILE,
            Completeness.PAGE,
            Completeness.LEDGER);

    private final BagFiles files;
    private final Optional<Vouched> vouched;
    private final Said said;

    CompletenessCheck(BagFiles files, Optional<Vouched> vouched, Said said) {
        this.files = files;
        this.vouched = vouched;
        this.said = said;
    }

    static boolean isOne(BagFiles files) {
        return files.sizes().containsKey(Completeness.FILE);
    }

    /** The key under which the organisation states it; whether it is vouched for is for the caller to say. */
    VerifierKey check() throws IOException, Refused, BagRefused {
        BagJudgement bag = bag();
        Statement statement = statement();
        byte[] bytes = files.read(Completeness.FILE, PackageCheck.MOST_TEXT);
        Completeness stated = In.file(Completeness.FILE, () -> Completeness.read(bytes));
        if (!stated.ledger().equals(bag.sha256().get(Completeness.LEDGER))) {
            throw new Refused(Fault.EXPORT_FORM, Completeness.FILE + ": is of another ledger than this");
        }
        try (InputStream ledger = files.open(Completeness.LEDGER)) {
            LedgerCheck.check(ledger, stated);
        } catch (Refused e) {
            throw new Refused(e.fault(), Completeness.LEDGER + ": " + e.detail());
        }
        said.holds("the ledger has a line for each of " + stated.files()
                + " files, each in one final state, and adds up to what is stated");
        said.note("case " + Said.plain(stated.caseNumber()) + " of " + Said.plain(stated.organisationName()) + ": "
                + Said.plain(stated.title()));
        stated.states().forEach((state, many) -> said.note(state + ": " + many));
        stated.expected()
                .filter(many -> many != stated.received())
                .ifPresent(
                        many -> said.note("The sender announced " + many + " files; " + stated.received() + " came."));
        said.note("That no file was left out before it came, the statement cannot say.");
        return statement.key();
    }

    private BagJudgement bag() throws IOException, Refused, BagRefused {
        if (!files.sizes().keySet().equals(FILES)) {
            throw new Refused(Fault.EXPORT_FORM, "its files are not those of a statement of completeness");
        }
        BagJudgement bag = Bags.judge(files);
        if (!bag.valid()) {
            throw new BagRefused(bag.faults().getFirst());
        } else if (!bag.warnings().isEmpty()) {
            throw new BagRefused(bag.warnings().getFirst());
        }
        for (String path : Set.of(Completeness.FILE, Completeness.PAGE, Completeness.LEDGER)) {
            if (!bag.sha256().containsKey(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": no manifest lists it");
            }
        }
        said.holds(FILES.size() + " files, each as its manifest says, and no other");
        return bag;
    }

    private Statement statement() throws IOException, Refused, BagRefused {
        byte[] bytes = files.read(Layout.STATEMENT, PackageCheck.MOST_TEXT);
        Statement statement = In.file(Layout.STATEMENT, () -> Statement.read(bytes));
        byte[] manifest = files.read(MadeBag.TAG_MANIFEST, PackageCheck.MOST_TEXT);
        if (!statement.files().equals(NewPackage.digest(MadeBag.TAG_MANIFEST, manifest))) {
            throw new Refused(
                    Fault.EXPORT_FORM, Layout.STATEMENT + ": is of another " + MadeBag.TAG_MANIFEST + " than this");
        }
        if (vouched.filter(known -> !known.organisations().isEmpty()
                        && !known.organisations().contains(statement.key()))
                .isPresent()) {
            throw new Refused(
                    Fault.SIGNATURE_MISSING,
                    Layout.STATEMENT + ": it was given out by "
                            + statement.key().name() + ", which is not the organisation you know");
        }
        said.holds(
                "given out at " + statement.given() + ", as " + statement.key().name() + " states of all of it");
        return statement;
    }
}
