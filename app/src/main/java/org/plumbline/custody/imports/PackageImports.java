package org.plumbline.custody.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Content;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Lineage;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.kernel.Stamp;
import org.plumbline.verifier.CheckedPackage;
import org.springframework.stereotype.Service;

/** Imports evidence packages: each lies in the case as an exhibit, is checked whole, and then gives its originals. */
@Service
@Application
public class PackageImports {
    private static final Action CHECK = new Action("custody.check-package", Right.READ);
    private static final Action PREPARE = new Action("custody.prepare-import", Right.WRITE);
    private static final Action IMPORT = new Action("custody.import-package", Right.WRITE);
    private static final Action LIST = new Action("custody.list-imports", Right.READ);

    private static final int MOST_LISTED = 200;

    private final Acts acts;
    private final Stamps stamps;
    private final Exhibits exhibits;
    private final ExhibitRegister register;
    private final UploadTaker taker;
    private final PackageReader reader;
    private final Taking taking;
    private final PackageImportTable table;
    private final Ids ids;

    PackageImports(
            Acts acts,
            Stamps stamps,
            Exhibits exhibits,
            ExhibitRegister register,
            UploadTaker taker,
            PackageReader reader,
            Taking taking,
            PackageImportTable table,
            Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.exhibits = exhibits;
        this.register = register;
        this.taker = taker;
        this.reader = reader;
        this.taking = taking;
        this.table = table;
        this.ids = ids;
    }

    /**
     * Checks the package that an exhibit is, and changes nothing.
     *
     * @param trust keys from elsewhere, as {@code verify --trust} takes them; may be empty
     * @throws Refused when it is no package, or something of it does not hold
     */
    public CheckedImport check(CaseId caseId, UUID exhibit, String trust) {
        Exhibit archive = exhibits.read(caseId, exhibit);
        Optional<PackageImport> before =
                acts.consult(CHECK, Scope.of(caseId), () -> Noted.of(table.ofArchive(caseId, exhibit), archive.ref()));
        if (before.isPresent()) {
            return known(caseId, archive, before.get());
        }
        // Outside a transaction: a package may be large.
        try (OpenPackage open = reader.open(caseId, archive, ImportAsked.keys(trust))) {
            CheckedPackage found = open.read().found();
            boolean vouched = vouched(trust, found);
            return acts.consult(CHECK, Scope.of(caseId), () -> {
                var checked = new CheckedImport(
                        archive,
                        found.handling(),
                        found.chains(),
                        new CheckedImport.Keys(
                                found.statement().key().toString(), found.log().toString(), vouched),
                        open.read().steps(),
                        table.here(caseId, digests(found.chains())),
                        Optional.empty());
                return Noted.of(checked, archive.ref())
                        .with("package", found.handling().id())
                        .with("vouched", vouched);
            });
        } catch (Refused refused) {
            return acts.consult(CHECK, Scope.of(caseId), () -> {
                throw refused;
            });
        }
    }

    private CheckedImport known(CaseId caseId, Exhibit archive, PackageImport done) {
        return acts.consult(CHECK, Scope.of(caseId), () -> {
            List<CustodyChain> chains =
                    table.chains(done.id()).stream().map(EarlierCustody::chain).toList();
            return Noted.of(
                    new CheckedImport(
                            archive,
                            done.terms(),
                            chains,
                            new CheckedImport.Keys(
                                    done.giver().key(),
                                    done.tree().logKey(),
                                    done.word().vouched()),
                            List.of(),
                            table.here(caseId, digests(chains)),
                            Optional.of(done)),
                    archive.ref());
        });
    }

    /**
     * Imports the package that an exhibit is: every original becomes an exhibit, or none.
     *
     * @param exhibit the one that was chosen
     * @throws Refused when something of it does not hold, it was imported before, nobody vouches for its keys and that
     *     was not accepted, or there is no room
     */
    public PackageImport bring(CaseId caseId, Optional<UUID> exhibit, ImportAsked asked) {
        // Who may not import is not told what is wrong with what they typed.
        ImportAsked.Wish wish =
                acts.consult(PREPARE, Scope.of(caseId), () -> Noted.of(asked.read(exhibit.isPresent())));
        Exhibit archive = exhibits.read(caseId, exhibit.orElseThrow());
        try (OpenPackage open = opened(caseId, archive, wish);
                Taking.Taken taken = taken(caseId, open)) {
            return acts.perform(IMPORT, Scope.of(caseId), () -> kept(caseId, archive, open, taken, wish));
        }
    }

    private OpenPackage opened(CaseId caseId, Exhibit archive, ImportAsked.Wish wish) {
        return recorded(caseId, () -> {
            OpenPackage open = reader.open(caseId, archive, wish.vouched());
            boolean accepted = vouched(wish.trust(), open.read().found()) || wish.unvouched();
            if (!accepted) {
                open.close();
                throw Refusal.invalid(List.of(new Refusal.Field(
                                "unvouched",
                                "import-not-vouched",
                                Map.of(
                                        "organisation",
                                        open.read().found().handling().organisationName(),
                                        "key",
                                        open.read().found().statement().key().toString()))))
                        .asException();
            }
            return open;
        });
    }

    private Taking.Taken taken(CaseId caseId, OpenPackage open) {
        return recorded(caseId, () -> taking.take(caseId, open));
    }

    /** What is refused outside the act is performed only to be refused: the refusal gets its entry on the trail. */
    private <T> T recorded(CaseId caseId, java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (Refused refused) {
            return acts.perform(IMPORT, Scope.of(caseId), () -> {
                throw refused;
            });
        }
    }

    private Noted<PackageImport> kept(
            CaseId caseId, Exhibit archive, OpenPackage open, Taking.Taken taken, ImportAsked.Wish wish) {
        CheckedPackage found = open.read().found();
        Stamp stamp = stamps.inCase(caseId);
        requireFirst(caseId, stamp, archive, found.handling());
        PackageImport made = record(stamp, archive, open, wish, (int)
                taken.originals().stream().flatMap(Optional::stream).count());
        table.insert(made);
        var refs = new ArrayList<Ref>(List.of(archive.ref()));
        var lineage = new Lineage(
                Optional.of(archive.id()),
                archive.lineage().root().or(() -> Optional.of(archive.id())),
                Optional.empty());
        for (int i = 0; i < found.chains().size(); i++) {
            CustodyChain chain = found.chains().get(i);
            String path = found.handling().items().get(i).original().orElse("");
            Optional<UUID> here = taken.originals()
                    .get(i)
                    .map(incoming -> taker.take(
                            caseId,
                            new UploadTaker.Destination(Optional.empty(), Optional.empty()),
                            Received.packed(chain.receipt().name(), path, lineage),
                            incoming));
            here.ifPresent(id -> refs.add(new Ref("exhibit", id, stamp.owner())));
            byte[] canonical = chain.canonical();
            table.insert(ids.next(), i, new EarlierCustody(made, here, canonical, Digest.of(canonical)));
        }
        return Noted.of(made, refs)
                .with("package", made.terms().id())
                .with("organisation", made.terms().organisationName())
                .with("key", made.giver().key())
                .with("vouched", made.word().vouched())
                .with("sha256", made.digest())
                .with("exhibits", made.exhibits())
                .with("reason", made.word().reason());
    }

    private void requireFirst(CaseId caseId, Stamp stamp, Exhibit archive, Handling terms) {
        if (!archive.stamp().label().equals(stamp.label())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "import-other-compartment", Map.of("number", archive.reference()))
                    .asException();
        }
        table.takeTurn(terms.id());
        table.find(stamp.label(), terms.id()).ifPresent(first -> {
            String number = register.find(caseId, first.exhibit())
                    .map(Exhibit::reference)
                    .orElse("");
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "import-again",
                            Map.of(
                                    "number",
                                    number,
                                    "package",
                                    terms.id(),
                                    "at",
                                    first.stamp().recordedAt().toString()))
                    .asException();
        });
    }

    private PackageImport record(
            Stamp stamp, Exhibit archive, OpenPackage open, ImportAsked.Wish wish, int exhibitsTaken) {
        CheckedPackage found = open.read().found();
        Checkpoint checkpoint = found.accepted().checkpoint();
        return new PackageImport(
                ids.next(),
                stamp,
                archive.id(),
                found.handling(),
                archive.content().map(Content::digest).orElseThrow(),
                open.statement(),
                new PackageImport.Giver(
                        found.statement().key().toString(), found.statement().given()),
                new PackageImport.ProvenTree(
                        found.log().toString(),
                        checkpoint.origin(),
                        checkpoint.size(),
                        checkpoint.root().toString()),
                new PackageImport.Word(vouched(wish.trust(), found), wish.trust(), wish.reason()),
                exhibitsTaken);
    }

    private static boolean vouched(String trust, CheckedPackage found) {
        return ImportAsked.keys(trust).map(found::isVouchedBy).orElse(false);
    }

    /** Imports into the case that the acting person may see, newest first. */
    public List<PackageImport> list(CaseId caseId) {
        return acts.consult(LIST, Scope.of(caseId), () -> Noted.of(table.list(caseId, MOST_LISTED)));
    }

    /** The custody that an exhibit had before it came here; absent where it did not come out of a package. */
    public Optional<EarlierCustody> before(CaseId caseId, Exhibit exhibit) {
        return acts.consult(
                LIST,
                Scope.of(caseId),
                () -> Noted.of(
                        table.before(caseId, List.of(exhibit.id())).stream().findFirst(), exhibit.ref()));
    }

    private static List<String> digests(List<CustodyChain> chains) {
        return chains.stream()
                .flatMap(chain -> chain.receipt().sha256().stream())
                .toList();
    }
}
