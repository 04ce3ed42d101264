package org.plumbline.custody.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.StatedFact;
import org.plumbline.custody.acts.ExhibitCustody;
import org.plumbline.custody.fixity.FixityCheck;
import org.plumbline.custody.imports.EarlierCustody;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.Sentences;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * One exhibit, how things stand with it, and all that was done with it.
 *
 * @param by who received it
 * @param fixity the newest check of its bytes; absent when they were not looked at since they came
 * @param compared its comparison digests, where they were asked for
 * @param stated what its file states of itself
 * @param before the custody that it had before it came here; absent where it did not come out of a package
 * @param importedBy who imported that package
 */
public record ExhibitPage(
        CaseHeader header,
        Exhibit exhibit,
        String by,
        ExhibitCustody custody,
        Optional<FixityCheck> fixity,
        List<ComparisonDigest> compared,
        List<StatedFact> stated,
        Optional<EarlierCustody> before,
        String importedBy,
        Instant now) {
    public ExhibitPage {
        stated = List.copyOf(stated);
        compared = List.copyOf(compared);
    }

    /** An act that cannot be done now. */
    public record Closed(Kind kind, Refusal why) {
        public String act() {
            return "custody.do." + kind.code();
        }

        public String reason(Texts texts) {
            return Sentences.of(why, texts);
        }
    }

    public String kind() {
        return ExhibitsPage.kind(exhibit);
    }

    public String href() {
        return header.href() + "/exhibits/" + exhibit.id();
    }

    /** Whether the reader can have its comparison digests worked out. */
    public boolean mayCompare() {
        return header.mayWrite() && compared.size() < ComparisonKind.values().length && !quarantined();
    }

    /** The number of the exhibit that it was taken out of, where the reader may see that. */
    public Optional<String> parent() {
        return exhibit.lineage()
                .parent()
                .flatMap(id -> Optional.ofNullable(custody.numbers().get(id)));
    }

    /** The page of the exhibit that it was taken out of. */
    public String parentHref() {
        return header.href() + "/exhibits/" + exhibit.lineage().parent().orElseThrow();
    }

    /** Whether its bytes are kept back. */
    public boolean quarantined() {
        return fixity.filter(FixityCheck::isQuarantined).isPresent();
    }

    public boolean empty() {
        return exhibit.content().filter(c -> c.bytes() == 0).isPresent();
    }

    /** What the reader can do with it now, by the rules of its chain. */
    public List<Kind> open() {
        Map<Kind, Refusal> closed = custody.obstacles();
        return Arrays.stream(Kind.values())
                .filter(kind -> !closed.containsKey(kind))
                .toList();
    }

    /** What cannot be done now, and why. */
    public List<Closed> closed() {
        return Arrays.stream(Kind.values())
                .flatMap(kind ->
                        Optional.ofNullable(custody.obstacles().get(kind)).map(why -> new Closed(kind, why)).stream())
                .toList();
    }

    /** Whether its reader may try to import it as an evidence package. */
    public boolean mayBePackage() {
        return header.mayWrite() && Archives.mayBePackage(exhibit);
    }

    /** The acts before it came here, newest first. */
    public List<ActLine> earlier(EarlierCustody custody) {
        return custody.chain().acts().reversed().stream().map(ActLine::of).toList();
    }

    /** The acts, newest first. */
    public List<ActLine> lines() {
        return custody.acts().reversed().stream()
                .map(act -> ActLine.of(act, custody.numbers()))
                .toList();
    }

    /** Its state in marks: sealed, out, between two people, gone. */
    public List<Mark> marks(Texts texts) {
        return marks(custody.state(), now, texts);
    }

    private static List<Mark> marks(Custody state, Instant now, Texts texts) {
        var marks = new ArrayList<Mark>();
        state.seal()
                .ifPresent(seal ->
                        marks.add(new Mark(Mark.Kind.OK, "lock", texts.say("custody.state.sealed", "seal", seal))));
        state.out().ifPresent(out -> marks.add(out(out.toName(), out.until(), now, texts)));
        state.transfer().ifPresent(t -> marks.add(transfer(t.to().name(), t.until(), now, texts)));
        state.disposed()
                .ifPresent(how ->
                        marks.add(new Mark(Mark.Kind.OFF, "package", texts.say("custody.ending." + how.code()))));
        state.mergedInto()
                .ifPresent(id -> marks.add(new Mark(Mark.Kind.OFF, "package", texts.say("custody.state.merged"))));
        if (marks.isEmpty()) {
            marks.add(new Mark(Mark.Kind.OFF, "lock-open", texts.say("custody.state.open")));
        }
        return marks;
    }

    /** When it must be back, or taken over. */
    public Optional<Instant> until() {
        Custody state = custody.state();
        return state.out().map(Custody.Out::until).or(() -> state.transfer().map(Custody.Transfer::until));
    }

    static Mark out(String name, Instant until, Instant now, Texts texts) {
        return until.isBefore(now)
                ? Mark.bad(texts.say("custody.state.overdue", "name", name))
                : Mark.warn(texts.say("custody.state.out", "name", name));
    }

    static Mark transfer(String name, Instant until, Instant now, Texts texts) {
        return until.isBefore(now)
                ? Mark.bad(texts.say("custody.state.never-met", "name", name))
                : Mark.warn(texts.say("custody.state.in-transfer", "name", name));
    }
}
