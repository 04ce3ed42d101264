package org.plumbline.custody;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Decision;
import org.plumbline.access.Stamps;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Receives exhibits and shows them. */
@Service
@Application
public class Exhibits {
    private static final Action RECEIVE = new Action("custody.receive", Right.WRITE);
    private static final Action IDENTIFY = new Action("custody.identify", Right.WRITE);
    private static final Action READ = new Action("custody.read", Right.READ);
    private static final Action OPEN = new Action("custody.open-original", Right.EXPORT);

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final Vault vault;
    private final Quotas quotas;
    private final Contents contents;
    private final ExhibitTable table;
    private final ComparisonTable comparisons;
    private final Ids ids;
    private final TransactionTemplate reading;

    Exhibits(
            Acts acts,
            Access access,
            Stamps stamps,
            Vault vault,
            Quotas quotas,
            Contents contents,
            ExhibitTable table,
            ComparisonTable comparisons,
            Ids ids,
            PlatformTransactionManager transactions) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.vault = vault;
        this.quotas = quotas;
        this.contents = contents;
        this.table = table;
        this.comparisons = comparisons;
        this.ids = ids;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Receives a file whole: its bytes are on disk and its record committed when this returns, or neither is. */
    public Exhibit receive(CaseId caseId, Received as, InputStream bytes) {
        try (Incoming incoming = take(caseId, bytes)) {
            return receive(caseId, as, incoming);
        }
    }

    /**
     * Takes bytes that an act is to receive: refused before they are read where it would be refused after, and as soon
     * as there are more than a quota leaves room for.
     */
    public Incoming take(CaseId caseId, InputStream bytes) {
        return take(caseId, bytes, Set.of());
    }

    /** The same, with these comparison digests worked out beside. */
    public Incoming take(CaseId caseId, InputStream bytes, Set<ComparisonKind> compared) {
        refuseEarly(caseId);
        try {
            return vault.take(caseId, quotas.within(caseId, bytes), compared);
        } catch (Refused refused) {
            // Performed only to be refused: the refusal gets its entry on the trail.
            return acts.perform(RECEIVE, Scope.of(caseId), () -> {
                throw refused;
            });
        }
    }

    /** The same with bytes taken already, for an act that receives and does more in one transaction. */
    public Exhibit receive(CaseId caseId, Received as, Incoming incoming) {
        return acts.perform(RECEIVE, Scope.of(caseId), () -> {
            Content content = contents.keep(caseId, incoming);
            int number = table.nextNumber(caseId, access.seriesOf(caseId));
            Exhibit exhibit = as.exhibit(ids.next(), stamps.inCase(caseId), number, content);
            table.insert(exhibit);
            comparisons.keep(exhibit.stamp(), exhibit.id(), incoming.compared());
            return Noted.of(exhibit, exhibit.ref())
                    .with("number", exhibit.reference())
                    .with("sha256", content.digest());
        });
    }

    /**
     * Records what kind of file an exhibit was found to be, and what it states of itself; said again, it is the newer
     * finding that counts.
     */
    public void identify(CaseId caseId, UUID exhibit, String mediaType, List<StatedFact> stated) {
        acts.perform(IDENTIFY, Scope.of(caseId), () -> {
            Exhibit of = table.find(caseId, exhibit).orElseThrow(Refusal.absent()::asException);
            if (!of.mediaType().equals(java.util.Optional.of(mediaType))) {
                table.identify(ids.next(), stamps.inCase(caseId), exhibit, mediaType);
            }
            if (!stated.isEmpty()) {
                table.state(ids.next(), stamps.inCase(caseId), exhibit, stated);
            }
            return Noted.of(of, of.ref()).with("type", mediaType);
        });
    }

    /** An exhibit of a case the acting person may see. */
    public Exhibit read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Exhibit exhibit = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(exhibit, exhibit.ref());
        });
    }

    /** What an exhibit's file states of itself, in its order; empty where it was not read, or states nothing. */
    public List<StatedFact> stated(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Exhibit exhibit = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(table.stated(caseId, id), exhibit.ref());
        });
    }

    /** Exhibits by number, those after the given number. */
    public List<Exhibit> list(CaseId caseId, int after, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<Exhibit> exhibits = table.list(caseId, after, limit);
            return Noted.of(exhibits, exhibits.stream().map(Exhibit::ref).toList());
        });
    }

    /** How many exhibits the case has. */
    public long count(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(table.count(caseId)));
    }

    /** The bytes as received; opening them is on the trail. */
    public Original open(CaseId caseId, UUID id) {
        return acts.consult(OPEN, Scope.of(caseId), () -> {
            Exhibit exhibit = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            Content content = exhibit.content().orElseThrow(Refusal.absent()::asException);
            var original =
                    new Original(exhibit.name(), vault.open(caseId, content.digest()), content, exhibit.mediaType());
            return Noted.of(original, exhibit.ref()).with("sha256", content.digest());
        });
    }

    /** Refuses before a long upload is read, as {@link #receive} would after it; does nothing when it is allowed. */
    public void refuseEarly(CaseId caseId) {
        boolean allowed = Boolean.TRUE.equals(reading.execute(
                status -> access.decide(Acting.require(), RECEIVE, Scope.of(caseId)) instanceof Decision.Allowed));
        if (!allowed) {
            // Performed only to be refused: the refusal gets its entry on the trail.
            acts.perform(RECEIVE, Scope.of(caseId), () -> {
                throw Refusal.absent().asException();
            });
        }
    }
}
