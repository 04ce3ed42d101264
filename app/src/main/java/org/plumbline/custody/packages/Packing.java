package org.plumbline.custody.packages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.audit.ProvenEntries;
import org.plumbline.audit.log.SealedEntries;
import org.plumbline.cases.CaseFile;
import org.plumbline.custody.imports.EarlierCustodies;
import org.plumbline.custody.imports.EarlierCustody;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.caseuco.CaseExport;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.evidence.packages.Layout;
import org.plumbline.engine.evidence.packages.NewPackage;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a package together out of what was gathered, inside the act that gives it out. */
@Component
class Packing {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ProvenEntries proven;
    private final Members members;
    private final EarlierCustodies earlier;
    private final TransactionTemplate reading;

    Packing(ProvenEntries proven, Members members, EarlierCustodies earlier, PlatformTransactionManager transactions) {
        this.proven = proven;
        this.members = members;
        this.earlier = earlier;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Waits, some seconds at most, until the trail's entries on these exhibits stand under a checkpoint. */
    void awaitSeal(CaseId caseId, List<PackedExhibit> exhibits) {
        List<ProvenEntries.Wanted> wanted = wanted(exhibits);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (Boolean.TRUE.equals(reading.execute(status -> unsealed(caseId, wanted))) && System.nanoTime() < until) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean unsealed(CaseId caseId, List<ProvenEntries.Wanted> wanted) {
        return proven.of(caseId, wanted)
                .missing()
                .filter(why -> why == ProvenEntries.Missing.SEAL)
                .isPresent();
    }

    MadeBag pack(
            CaseFile file, UUID id, Instant at, PackageTerms terms, List<PackedExhibit> exhibits, PrintedCustody page) {
        Handling handling = handling(file, id, at, terms, exhibits);
        var made = new NewPackage(handling);
        for (PackedExhibit each : exhibits) {
            made.with(
                    Layout.CUSTODY + each.exhibit().reference() + ".json",
                    each.chain().canonical());
            each.original().ifPresent(made::original);
        }
        made.with(Layout.CUSTODY_PAGE, page.html(handling, exhibits));
        made.with(Layout.CASE, linked(file, handling, exhibits));
        prove(made, file, exhibits);
        return made.finish(digest -> new String(proven.statement(digest), StandardCharsets.UTF_8));
    }

    private static byte[] linked(CaseFile file, Handling handling, List<PackedExhibit> exhibits) {
        return CaseExport.of(
                        handling,
                        new CaseExport.Authority(
                                file.authority().legalBasis(), file.authority().reference()),
                        exhibits.stream().map(PackedExhibit::chain).toList(),
                        exhibits.stream().flatMap(PackedExhibit::further).toList())
                .bytes();
    }

    private Handling handling(CaseFile file, UUID id, Instant at, PackageTerms terms, List<PackedExhibit> exhibits) {
        Acting acting = Acting.require();
        return new Handling(
                id.toString(),
                file.stamp().owner().toString(),
                members.ownOrganisation().name(),
                file.id().toString(),
                file.number(),
                file.caveat().code(),
                terms.recipient(),
                terms.purpose(),
                conditions(file.id(), terms, exhibits),
                acting.member().toString(),
                members.names(List.of(acting.member())).getOrDefault(acting.member(), ""),
                at,
                exhibits.stream().map(PackedExhibit::item).toList());
    }

    /** What came under the terms of others goes on under them: they stand behind the own conditions. */
    private String conditions(CaseId caseId, PackageTerms terms, List<PackedExhibit> exhibits) {
        Map<UUID, String> numbers = exhibits.stream()
                .collect(Collectors.toMap(
                        each -> each.exhibit().id(), each -> each.exhibit().reference()));
        return Stream.concat(
                        Stream.of(terms.conditions()),
                        earlier.of(caseId, numbers.keySet()).stream()
                                .map(custody -> inherited(
                                        Objects.requireNonNull(
                                                numbers.get(custody.exhibit().orElseThrow())),
                                        custody)))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String inherited(String number, EarlierCustody custody) {
        Handling before = custody.from().terms();
        return number + " came in package " + before.id() + " of " + before.organisationName() + " (case "
                + before.caseNumber() + "), there " + custody.chain().receipt().number()
                + ", its chain there SHA-256 " + custody.digest() + ". Caveat there: " + before.caveat()
                + ". Conditions there: " + (before.conditions().isBlank() ? "none" : before.conditions());
    }

    private static List<ProvenEntries.Wanted> wanted(List<PackedExhibit> exhibits) {
        var wanted = new ArrayList<ProvenEntries.Wanted>();
        for (PackedExhibit each : exhibits) {
            wanted.add(ProvenEntries.Wanted.with(
                    each.exhibit().id().toString(), each.exhibit().stamp().recordedAt()));
            for (SignedAct act : each.chain().acts()) {
                // A disposal waits for its witness, so its entry may come long after it was put together.
                wanted.add(ProvenEntries.Wanted.since(
                        act.act().digest().hex(), act.act().preparedAt()));
            }
        }
        return wanted;
    }

    private void prove(NewPackage made, CaseFile file, List<PackedExhibit> exhibits) {
        List<ProvenEntries.Wanted> wanted = wanted(exhibits);
        ProvenEntries.Found found = proven.of(file.id(), wanted);
        if (found.missing().isPresent()) {
            throw refusal(found.missing().get());
        }
        SealedEntries sealed = found.sealed().orElseThrow();
        made.with(Layout.CHECKPOINT, sealed.checkpoint());
        sealed.timestamps().forEach((name, content) -> made.with(Layout.TIMESTAMPS + name, content));
        for (PackedExhibit each : exhibits) {
            proof(
                    made,
                    found,
                    each.chain().receipt().digest().hex(),
                    each.exhibit().id().toString());
            for (SignedAct act : each.chain().acts()) {
                proof(made, found, act.act().digest().hex(), act.act().digest().hex());
            }
        }
    }

    private static void proof(NewPackage made, ProvenEntries.Found found, String digest, String name) {
        made.with(
                Layout.PROOFS + digest + ".tlog-proof",
                Objects.requireNonNull(found.proofs().get(name)));
    }

    private static Refused refusal(ProvenEntries.Missing missing) {
        String code = switch (missing) {
            case ENTRY -> "package-entry-missing";
            case SEAL -> "entry-not-sealed";
        };
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of()).asException();
    }
}
