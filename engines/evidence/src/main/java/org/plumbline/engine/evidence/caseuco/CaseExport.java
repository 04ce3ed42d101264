package org.plumbline.engine.evidence.caseuco;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.evidence.custody.Acquisition;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Person;
import org.plumbline.engine.evidence.custody.Receipt;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.engine.evidence.custody.Tooling;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;

/** Puts a package's exhibits and what was done with them into the words of CASE and UCO 1.4. */
public final class CaseExport {
    private final List<Thing> things = new ArrayList<>();
    private final Map<String, Thing> once = new HashMap<>();
    /** Numbers of the package's exhibits, by identifier. */
    private final Map<UUID, String> numbers = new HashMap<>();

    private final Thing investigation;

    private final List<FurtherHash> further;

    private CaseExport(Handling handling, Authority authority, List<FurtherHash> further) {
        this.further = List.copyOf(further);
        Thing office = add(new Thing(
                        ours("organisation", handling.organisation()), Vocabulary.IDENTITY + "Organization"))
                .with(Vocabulary.CORE + "name", handling.organisationName());
        Thing allowed = add(new Thing(
                        ours("authorization", handling.caseId()), Vocabulary.INVESTIGATION + "Authorization"))
                .with(Vocabulary.INVESTIGATION + "authorizationType", authority.basis())
                .with(Vocabulary.INVESTIGATION + "authorizationIdentifier", authority.reference());
        this.investigation = add(new Thing(
                        ours("investigation", handling.caseId()), Vocabulary.INVESTIGATION + "Investigation"))
                .with(Vocabulary.CORE + "name", handling.caseNumber())
                .with(Vocabulary.CORE + "createdBy", office)
                .with(Vocabulary.INVESTIGATION + "relevantAuthorization", allowed);
    }

    /**
     * What allows the inquiry.
     *
     * @param basis the law
     * @param reference of the decision
     */
    public record Authority(String basis, String reference) {}

    /**
     * A hash of an exhibit's bytes beside its SHA-256, for comparing.
     *
     * @param method as UCO writes it: MD5 or SHA1
     * @param hex hexadecimal digits
     */
    public record FurtherHash(UUID exhibit, String method, String hex) {}

    /** The document of a package. */
    public static CaseDocument of(Handling handling, Authority authority, List<CustodyChain> chains) {
        return of(handling, authority, chains, List.of());
    }

    /** The same, with further hashes of exhibits that have bytes. */
    public static CaseDocument of(
            Handling handling, Authority authority, List<CustodyChain> chains, List<FurtherHash> further) {
        var export = new CaseExport(handling, authority, further);
        chains.forEach(chain ->
                export.numbers.put(chain.receipt().id(), chain.receipt().number()));
        chains.forEach(export::exhibit);
        return new CaseDocument(export.things);
    }

    private void exhibit(CustodyChain chain) {
        Receipt receipt = chain.receipt();
        Thing item = add(new Thing(
                        ours("exhibit", receipt.id().toString()),
                        Vocabulary.OBSERVABLE + (receipt.sha256().isPresent() ? "File" : "ObservableObject")))
                .with(Vocabulary.CORE + "name", receipt.name());
        if (receipt.sha256().isPresent()) {
            content(item, receipt);
        }
        chain.acts().stream()
                .map(act -> act.act().deed())
                .filter(Deed.Collect.class::isInstance)
                .map(deed -> ((Deed.Collect) deed).acquisition())
                .forEach(acquisition -> acquired(item, receipt, acquisition));
        Thing record = add(new Thing(
                        ours("provenance", receipt.id().toString()), Vocabulary.INVESTIGATION + "ProvenanceRecord"))
                .with(Vocabulary.INVESTIGATION + "exhibitNumber", receipt.number())
                .with(Vocabulary.CORE + "object", item);
        root(receipt).ifPresent(number -> record.with(Vocabulary.INVESTIGATION + "rootExhibitNumber", number));
        investigation.with(Vocabulary.CORE + "object", item).with(Vocabulary.CORE + "object", record);
        Optional<Thing> before = Optional.empty();
        for (SignedAct act : chain.acts()) {
            before = Optional.of(act(act.act(), item, record, before));
        }
    }

    private Optional<String> root(Receipt receipt) {
        Optional<UUID> root = receipt.root().or(receipt::parent);
        return root.isEmpty() ? Optional.of(receipt.number()) : Optional.ofNullable(numbers.get(root.get()));
    }

    private void content(Thing item, Receipt receipt) {
        String id = receipt.id().toString();
        String bytes = Long.toString(receipt.bytes().orElse(0L));
        Thing hash = hash(ours("hash", id), "SHA256", receipt.sha256().orElse(""));
        Thing data = add(new Thing(ours("content", id), Vocabulary.OBSERVABLE + "ContentDataFacet"))
                .with(Vocabulary.OBSERVABLE + "sizeInBytes", bytes, "integer")
                .with(Vocabulary.OBSERVABLE + "hash", hash);
        for (FurtherHash each : further) {
            if (each.exhibit().equals(receipt.id())) {
                String name = "hash-" + each.method().toLowerCase(Locale.ROOT);
                data.with(Vocabulary.OBSERVABLE + "hash", hash(ours(name, id), each.method(), each.hex()));
            }
        }
        Thing file = add(new Thing(ours("file", id), Vocabulary.OBSERVABLE + "FileFacet"))
                .with(Vocabulary.OBSERVABLE + "fileName", receipt.name())
                .with(Vocabulary.OBSERVABLE + "sizeInBytes", bytes, "integer");
        item.with(Vocabulary.CORE + "hasFacet", file).with(Vocabulary.CORE + "hasFacet", data);
    }

    private Thing hash(String name, String method, String hex) {
        return add(new Thing(name, Vocabulary.TYPES + "Hash"))
                .with(Vocabulary.TYPES + "hashMethod", method)
                .with(Vocabulary.TYPES + "hashValue", hex, "hexBinary");
    }

    private void acquired(Thing item, Receipt receipt, Acquisition acquisition) {
        item.with(Vocabulary.CORE + "description", acquisition.description());
        if (acquisition.model().isEmpty()
                && acquisition.serial().isEmpty()
                && acquisition.make().isEmpty()) {
            return;
        }
        Thing device = add(new Thing(ours("device", receipt.id().toString()), Vocabulary.OBSERVABLE + "DeviceFacet"));
        acquisition.model().ifPresent(model -> device.with(Vocabulary.OBSERVABLE + "model", model));
        acquisition.serial().ifPresent(serial -> device.with(Vocabulary.OBSERVABLE + "serialNumber", serial));
        acquisition
                .make()
                .ifPresent(make -> device.with(
                        Vocabulary.OBSERVABLE + "manufacturer",
                        named("maker", make, Vocabulary.IDENTITY + "Organization")));
        item.with(Vocabulary.CORE + "hasFacet", device);
    }

    private Thing act(Act act, Thing item, Thing record, Optional<Thing> before) {
        Thing done = add(new Thing(ours("act", act.id().toString()), Vocabulary.INVESTIGATION + "InvestigativeAction"))
                .with(Vocabulary.CORE + "name", act.kind().code())
                .with(Vocabulary.ACTION + "startTime", act.at().earliest().toString(), "dateTime")
                .with(Vocabulary.ACTION + "endTime", act.at().latest().toString(), "dateTime")
                .with(Vocabulary.CORE + "objectCreatedTime", act.preparedAt().toString(), "dateTime")
                .with(Vocabulary.ACTION + "performer", person(act.by()))
                .with(Vocabulary.ACTION + "object", item)
                .with(Vocabulary.ACTION + "result", record);
        before.ifPresent(last -> done.with(Vocabulary.INVESTIGATION + "wasInformedBy", last));
        means(act.deed()).ifPresent(means -> {
            done.with(Vocabulary.CORE + "description", means.method());
            means.tool().ifPresent(tool -> done.with(Vocabulary.ACTION + "instrument", tool(tool, means.version())));
        });
        if (act.deed() instanceof Deed.TransferOut out) {
            done.with(Vocabulary.ACTION + "participant", person(out.to()));
        }
        investigation.with(Vocabulary.CORE + "object", done);
        return done;
    }

    private static Optional<Tooling> means(Deed deed) {
        return switch (deed) {
            case Deed.Copy copy -> Optional.of(copy.means());
            case Deed.Analyse analyse -> Optional.of(analyse.means());
            case Deed.Collect collect -> collect.acquisition().means();
            default -> Optional.empty();
        };
    }

    private Thing person(Person person) {
        String id = ours("person", person.id().toString());
        return once.computeIfAbsent(
                id,
                name -> add(new Thing(name, Vocabulary.IDENTITY + "Person"))
                        .with(Vocabulary.CORE + "name", person.name()));
    }

    private Thing tool(String name, Optional<String> version) {
        String id = ours("tool", derived("tool " + name + " " + version.orElse("")));
        return once.computeIfAbsent(id, key -> {
            Thing tool = add(new Thing(key, Vocabulary.TOOL + "Tool")).with(Vocabulary.CORE + "name", name);
            version.ifPresent(v -> tool.with(Vocabulary.TOOL + "version", v));
            return tool;
        });
    }

    private Thing named(String kind, String name, String type) {
        String id = ours(kind, derived(kind + " " + name));
        return once.computeIfAbsent(id, key -> add(new Thing(key, type)).with(Vocabulary.CORE + "name", name));
    }

    private Thing add(Thing thing) {
        things.add(thing);
        return thing;
    }

    private static String derived(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String ours(String kind, String id) {
        return Vocabulary.OURS + kind + "-" + id;
    }
}
