package org.plumbline.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.plumbline.engine.evidence.bag.BagFiles;
import org.plumbline.engine.evidence.bag.BagJudgement;
import org.plumbline.engine.evidence.bag.BagRefused;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.completeness.Completeness;
import org.plumbline.engine.evidence.completeness.LedgerCheck;
import org.plumbline.engine.evidence.packages.Layout;
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
    private final Said said;
    private final StatedBag bagged;

    CompletenessCheck(BagFiles files, Optional<Vouched> vouched, Said said) {
        this.files = files;
        this.said = said;
        this.bagged = new StatedBag(files, vouched, said);
    }

    static boolean isOne(BagFiles files) {
        return files.sizes().containsKey(Completeness.FILE);
    }

    /** The key under which the organisation states it; whether it is vouched for is for the caller to say. */
    VerifierKey check() throws IOException, Refused, BagRefused {
        BagJudgement bag = bag();
        Statement statement = bagged.whole();
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
        BagJudgement bag = bagged.judged();
        for (String path : Set.of(Completeness.FILE, Completeness.PAGE, Completeness.LEDGER)) {
            if (!bag.sha256().containsKey(path)) {
                throw new Refused(Fault.EXPORT_FORM, path + ": no manifest lists it");
            }
        }
        said.holds(FILES.size() + " files, each as its manifest says, and no other");
        return bag;
    }
}
