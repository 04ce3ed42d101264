package org.plumbline.custody.packages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Content;
import org.plumbline.custody.Contents;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitComparisons;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.springframework.stereotype.Service;

/** Makes evidence packages, lists them and hands them out. */
@Service
@Application
public class Packages {
    private static final Action GATHER = new Action("custody.gather-package", Right.EXPORT);
    private static final Action MAKE = new Action("custody.make-package", Right.EXPORT);
    private static final Action LIST = new Action("custody.list-packages", Right.READ);
    private static final Action OPEN = new Action("custody.open-package", Right.EXPORT);

    private final Acts acts;
    private final Stamps stamps;
    private final Cases cases;
    private final Exhibits exhibits;
    private final ExhibitChains chains;
    private final ExhibitComparisons comparisons;
    private final Originals originals;
    private final Packing packing;
    private final PackageTable table;
    private final Vault vault;
    private final Contents contents;
    private final Ids ids;

    Packages(
            Acts acts,
            Stamps stamps,
            Cases cases,
            Exhibits exhibits,
            ExhibitChains chains,
            ExhibitComparisons comparisons,
            Originals originals,
            Packing packing,
            PackageTable table,
            Vault vault,
            Contents contents,
            Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.cases = cases;
        this.exhibits = exhibits;
        this.chains = chains;
        this.comparisons = comparisons;
        this.originals = originals;
        this.packing = packing;
        this.table = table;
        this.vault = vault;
        this.contents = contents;
        this.ids = ids;
    }

    /** A package as it is handed out: its record, and what writes it. */
    public record Opened(EvidencePackage made, MadeBag bag) {}

    /**
     * Makes a package of exhibits of a case; every original is read through before, and must be what it was.
     *
     * @throws org.plumbline.kernel.Refused also while the trail's last entries on them are not sealed, some seconds
     */
    public EvidencePackage make(CaseId caseId, PackageTerms.Asked asked, PrintedCustody page) {
        // Who may not make any is not told what is wrong with what they typed.
        PackageTerms.Wish wish = acts.consult(GATHER, Scope.of(caseId), () -> Noted.of(asked.read()));
        CaseFile file = cases.read(caseId);
        var packed = new ArrayList<PackedExhibit>();
        Map<UUID, List<ComparisonDigest>> compared = comparisons.of(caseId, wish.exhibits());
        for (UUID id : wish.exhibits()) {
            Exhibit exhibit = exhibits.read(caseId, id);
            CustodyChain chain =
                    acts.consult(GATHER, Scope.of(caseId), () -> Noted.of(chains.of(caseId, exhibit), exhibit.ref()));
            // Outside the act: an original may be large, and no transaction should wait for it.
            packed.add(new PackedExhibit(
                    exhibit, chain, originals.packed(caseId, exhibit), compared.getOrDefault(id, List.of())));
        }
        packing.awaitSeal(caseId, packed);
        return acts.perform(MAKE, Scope.of(caseId), () -> {
            Stamp stamp = stamps.inCase(caseId);
            requireOwn(file, stamp, packed);
            UUID id = ids.next();
            MadeBag bag = packing.pack(file, id, stamp.recordedAt(), wish.terms(), packed, page);
            var made = new EvidencePackage(
                    id,
                    stamp,
                    wish.terms(),
                    new Digest(bag.digest()),
                    bag.zipBytes(),
                    wish.exhibits(),
                    keep(caseId, bag, packed));
            table.insert(made);
            var refs = new ArrayList<Ref>(List.of(made.ref()));
            packed.forEach(each -> refs.add(each.exhibit().ref()));
            return Noted.of(made, refs)
                    .with("recipient", wish.terms().recipient())
                    .with("for", wish.terms().purpose())
                    .with("sha256", made.digest())
                    .with("bytes", made.bytes());
        });
    }

    /** Only the owner's word goes with a package, and what stands in a compartment doesn't leave it unseen. */
    private static void requireOwn(CaseFile file, Stamp stamp, List<PackedExhibit> packed) {
        if (!file.stamp().owner().equals(Acting.require().organisation())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "package-not-owner", Map.of())
                    .asException();
        }
        for (PackedExhibit each : packed) {
            Stamp of = each.exhibit().stamp();
            if (!of.label().equals(stamp.label())
                    && !of.label().equals(file.stamp().label())) {
                throw Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "package-other-compartment",
                                Map.of("number", each.exhibit().reference()))
                        .asException();
            }
        }
    }

    private Content keep(CaseId caseId, MadeBag bag, List<PackedExhibit> packed) {
        var sums = new LinkedHashMap<UUID, Long>();
        packed.forEach(each ->
                each.original().ifPresent(payload -> sums.put(each.exhibit().id(), payload.crc32())));
        byte[] bytes = new KeptMetadata(bag.folder(), bag.tags(), sums).bytes();
        try (Incoming incoming = vault.take(caseId, new ByteArrayInputStream(bytes))) {
            return contents.keep(caseId, incoming);
        }
    }

    /** Packages of the case that the acting person may see, newest first. */
    public List<EvidencePackage> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            List<EvidencePackage> found = table.list(caseId, before, limit);
            return Noted.of(found, found.stream().map(EvidencePackage::ref).toList());
        });
    }

    /** One of them. */
    public EvidencePackage read(CaseId caseId, UUID id) {
        return acts.consult(LIST, Scope.of(caseId), () -> {
            EvidencePackage found = find(caseId, id);
            return Noted.of(found, found.ref());
        });
    }

    /** A package once more, byte for byte; opening it, and each original in it, is on the trail. */
    public Opened open(CaseId caseId, UUID id) {
        EvidencePackage made = acts.consult(OPEN, Scope.of(caseId), () -> {
            EvidencePackage found = find(caseId, id);
            return Noted.of(found, found.ref())
                    .with("sha256", found.digest())
                    .with("recipient", found.terms().recipient());
        });
        KeptMetadata kept = kept(caseId, made);
        var payload = new ArrayList<NewBag.Payload>();
        kept.checkSums()
                .forEach((exhibit, sum) -> payload.add(originals.again(caseId, exhibits.read(caseId, exhibit), sum)));
        return new Opened(made, MadeBag.again(kept.folder(), kept.tags(), payload));
    }

    private KeptMetadata kept(CaseId caseId, EvidencePackage found) {
        try {
            return KeptMetadata.read(vault.open(caseId, found.kept().digest()).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("What a package says cannot be read", e);
        }
    }

    private EvidencePackage find(CaseId caseId, UUID id) {
        return table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
    }
}
