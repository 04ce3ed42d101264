package org.plumbline.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.audit.ProvenEntries;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Content;
import org.plumbline.custody.Contents;
import org.plumbline.custody.Original;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.completeness.Completeness;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.evidence.packages.NewPackage;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * States of an ingestion what came in, what became of each file, and what could not be read; signed, to be given out.
 */
@Service
@Application
public class CompletenessStatements {
    private static final Action MAKE = new Action("documents.state-completeness", Right.EXPORT);
    private static final Action LIST = new Action("documents.list-completeness", Right.READ);
    private static final Action OPEN = new Action("documents.open-completeness", Right.EXPORT);

    /** What stands on the page; all of it stands in the ledger beside. */
    private static final int ON_PAGE = 5000;

    private final Acts acts;
    private final Stamps stamps;
    private final Cases cases;
    private final Members members;
    private final IngestionTable ingestions;
    private final ItemTable items;
    private final CompletenessTable table;
    private final ItemReader reader;
    private final ProvenEntries signing;
    private final Vault vault;
    private final Contents contents;
    private final Ids ids;
    private final Path scratch;

    CompletenessStatements(
            Acts acts,
            Stamps stamps,
            Cases cases,
            Members members,
            IngestionTable ingestions,
            ItemTable items,
            CompletenessTable table,
            ItemReader reader,
            ProvenEntries signing,
            Vault vault,
            Contents contents,
            Ids ids,
            @Value("${plumbline.data}") Path data) {
        this.acts = acts;
        this.stamps = stamps;
        this.cases = cases;
        this.members = members;
        this.ingestions = ingestions;
        this.items = items;
        this.table = table;
        this.reader = reader;
        this.signing = signing;
        this.vault = vault;
        this.contents = contents;
        this.ids = ids;
        this.scratch = data.toAbsolutePath().normalize().resolve("scratch");
    }

    /**
     * States an ingestion's completeness.
     *
     * @param page writes it for people
     * @throws org.plumbline.kernel.Refused while a file has no final state
     */
    public CompletenessStatement make(CaseId caseId, UUID ingestion, PrintedCompleteness page) {
        return acts.perform(MAKE, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            CaseFile file = cases.read(caseId);
            Stamp stamp = stamps.inCase(caseId);
            UUID id = ids.next();
            try (WrittenLedger ledger = WrittenLedger.write(table, ingestion, scratch)) {
                requireFinished(of, ledger);
                NewBag.Payload payload = ledger.payload();
                Completeness stated = stated(file, of, id, stamp, ledger, payload.sha256());
                MadeBag bag = bag(stated, payload, page);
                var made = new CompletenessStatement(
                        id, stamp, ingestion, stated.files(), new Digest(bag.digest()), keep(caseId, bag));
                table.insert(made);
                return Noted.of(made, made.ref(), of.ref())
                        .with("sha256", made.digest())
                        .with("files", stated.files());
            } catch (IOException e) {
                throw new UncheckedIOException("The ledger of an ingestion cannot be written", e);
            }
        });
    }

    /** Those made of an ingestion, newest first. */
    public List<CompletenessStatement> list(CaseId caseId, UUID ingestion) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            return Noted.of(table.of(of.id()), of.ref());
        });
    }

    /** One of them, byte for byte as it was made. */
    public Original open(CaseId caseId, UUID ingestion, UUID id) {
        return acts.consult(OPEN, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            CompletenessStatement made = table.find(of.id(), id).orElseThrow(Refusal.absent()::asException);
            var archive = new Original(
                    "completeness-" + made.digest().hex().substring(0, 12) + ".zip",
                    vault.open(caseId, made.archive().digest()),
                    made.archive(),
                    Optional.of("application/zip"));
            return Noted.of(archive, made.ref(), of.ref()).with("sha256", made.digest());
        });
    }

    private void requireFinished(Ingestion of, WrittenLedger ledger) {
        if (of.completedAt().isEmpty() || ledger.sums().open() > 0) {
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "ingestion-not-finished",
                            Map.of(
                                    "title",
                                    of.title(),
                                    "open",
                                    "" + ledger.sums().open()))
                    .asException();
        }
    }

    private Completeness stated(
            CaseFile file, Ingestion of, UUID id, Stamp stamp, WrittenLedger ledger, String ledgerDigest) {
        Acting acting = Acting.require();
        return new Completeness(
                id.toString(),
                stamp.owner().toString(),
                members.ownOrganisation().name(),
                file.id().toString(),
                file.number(),
                of.id().toString(),
                of.title(),
                of.stamp().recordedAt(),
                of.completedAt().orElseThrow(),
                of.expected().map(Integer::longValue),
                ledger.sums().received(),
                ledger.sums().receivedBytes(),
                ledger.sums().inside(),
                ledger.sums().states(),
                reader.limits().inWords(),
                ledgerDigest,
                acting.member().toString(),
                members.names(List.of(acting.member())).getOrDefault(acting.member(), ""),
                stamp.recordedAt());
    }

    private MadeBag bag(Completeness stated, NewBag.Payload ledger, PrintedCompleteness page) {
        var notWhole = new ArrayList<Item>();
        UUID of = UUID.fromString(stated.batch());
        ItemState.finals().stream()
                .filter(state -> !state.isWhole())
                .forEach(state -> notWhole.addAll(items.list(of, Optional.of(state), Optional.empty(), ON_PAGE + 1)));
        boolean more = notWhole.size() > ON_PAGE;
        var info = new LinkedHashMap<String, String>();
        info.put("Source-Organization", stated.organisationName());
        info.put("External-Identifier", stated.caseNumber());
        info.put("Internal-Sender-Identifier", stated.id());
        info.put(
                "Bagging-Date",
                LocalDate.ofInstant(stated.madeAt(), ZoneOffset.UTC).toString());
        info.put("Bag-Software-Agent", "Plumbline");
        return new NewBag()
                .payload(ledger)
                .tag(Completeness.FILE, stated.canonical())
                .tag(Completeness.PAGE, page.html(stated, more ? notWhole.subList(0, ON_PAGE) : notWhole, more))
                .finish(
                        "completeness",
                        info,
                        Layout.STATEMENT,
                        manifest -> signing.statement(NewPackage.digest(MadeBag.TAG_MANIFEST, manifest)));
    }

    private Content keep(CaseId caseId, MadeBag bag) throws IOException {
        try (InputStream archive = bag.openZip();
                Incoming incoming = vault.take(caseId, archive)) {
            return contents.keep(caseId, incoming);
        }
    }

    private Ingestion find(CaseId caseId, UUID ingestion) {
        return ingestions.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
    }
}
