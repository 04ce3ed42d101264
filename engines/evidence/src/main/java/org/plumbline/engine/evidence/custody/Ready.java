package org.plumbline.engine.evidence.custody;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What must be so before an act of a kind is thought of at all: the exhibit's state, and who does it. */
final class Ready {
    private static final Set<Kind> ALWAYS = EnumSet.of(Kind.EXCEPTION, Kind.CORRECT);
    private static final Set<Kind> WHILE_OUT = EnumSet.of(
            Kind.COLLECT,
            Kind.SEAL,
            Kind.INSPECT,
            Kind.BREAK_SEAL,
            Kind.RESEAL,
            Kind.CHECK_IN,
            Kind.COPY,
            Kind.ANALYSE);
    private static final Set<Kind> OPENING =
            EnumSet.of(Kind.COPY, Kind.ANALYSE, Kind.SPLIT, Kind.MERGE_OUT, Kind.MERGE_IN);
    private static final Set<Kind> CUSTODIAN =
            EnumSet.of(Kind.CHECK_OUT, Kind.CHECK_IN, Kind.MOVE, Kind.SPLIT, Kind.MERGE_OUT, Kind.MERGE_IN);
    private static final Set<Kind> IN_HAND =
            EnumSet.of(Kind.SEAL, Kind.BREAK_SEAL, Kind.RESEAL, Kind.INSPECT, Kind.COPY, Kind.ANALYSE);
    /** Reading content takes nothing from whoever answers for the item. */
    private static final Set<Kind> OF_CONTENT = EnumSet.of(Kind.INSPECT, Kind.COPY, Kind.ANALYSE);

    private final boolean content;
    private final Custody custody;

    Ready(Receipt receipt, Custody custody) {
        this.content = receipt.sha256().isPresent();
        this.custody = custody;
    }

    /** The first rule that keeps this person from acts of this kind; absent when there is none. */
    Optional<Broken> obstacle(Kind kind, UUID by) {
        return ended(kind)
                .or(() -> between(kind))
                .or(() -> out(kind))
                .or(() -> seals(kind))
                .or(() -> counted(kind))
                .or(() -> person(kind, by));
    }

    private Optional<Broken> ended(Kind kind) {
        if (custody.disposed().isPresent() && kind != Kind.CORRECT) {
            return Optional.of(Broken.of(Rule.DISPOSED));
        }
        if (custody.mergedInto().isPresent() && !ALWAYS.contains(kind)) {
            return Optional.of(
                    Broken.of(Rule.MERGED_AWAY, "into", custody.mergedInto().get()));
        }
        return kind == Kind.COLLECT && custody.collected()
                ? Optional.of(Broken.of(Rule.COLLECTED_ALREADY))
                : Optional.empty();
    }

    private Optional<Broken> between(Kind kind) {
        boolean between = custody.transfer().isPresent();
        if (kind == Kind.TRANSFER_IN) {
            return between ? Optional.empty() : Optional.of(Broken.of(Rule.NOT_IN_TRANSFER));
        }
        return custody.transfer()
                .filter(transfer -> !ALWAYS.contains(kind) && kind != Kind.COLLECT)
                .map(transfer ->
                        Broken.of(Rule.IN_TRANSFER, "person", transfer.to().name()));
    }

    private Optional<Broken> out(Kind kind) {
        if (kind == Kind.CHECK_IN && custody.out().isEmpty()) {
            return Optional.of(Broken.of(Rule.NOT_CHECKED_OUT));
        }
        return custody.out()
                .filter(out -> !ALWAYS.contains(kind) && !WHILE_OUT.contains(kind))
                .map(out -> Broken.of(Rule.CHECKED_OUT, "person", out.toName()));
    }

    private Optional<Broken> seals(Kind kind) {
        boolean sealed = custody.seal().isPresent();
        if (sealed && (OPENING.contains(kind) || kind == Kind.SEAL || kind == Kind.RESEAL)) {
            return Optional.of(Broken.of(Rule.SEALED, "seal", custody.seal().get()));
        }
        if (!sealed && kind == Kind.BREAK_SEAL) {
            return Optional.of(Broken.of(Rule.NOT_SEALED));
        }
        if (kind == Kind.SEAL && !custody.seals().isEmpty()) {
            return Optional.of(Broken.of(Rule.SEALED_BEFORE));
        }
        return kind == Kind.RESEAL && custody.seals().isEmpty()
                ? Optional.of(Broken.of(Rule.NEVER_SEALED))
                : Optional.empty();
    }

    private Optional<Broken> counted(Kind kind) {
        boolean divides = kind == Kind.SPLIT || kind == Kind.MERGE_OUT || kind == Kind.MERGE_IN;
        return divides && custody.quantity().filter(q -> !q.none()).isEmpty()
                ? Optional.of(Broken.of(Rule.NO_QUANTITY))
                : Optional.empty();
    }

    private Optional<Broken> person(Kind kind, UUID by) {
        if (kind == Kind.TRANSFER_IN) {
            return custody.transfer()
                    .filter(t -> !t.to().id().equals(by) && !t.from().equals(by))
                    .map(t -> Broken.of(Rule.NOT_THE_TAKER, "person", t.to().name()));
        }
        if (CUSTODIAN.contains(kind) && !custody.custodian().equals(by)) {
            return Optional.of(custodianIs());
        }
        boolean free = content && OF_CONTENT.contains(kind);
        if (IN_HAND.contains(kind) && !free && !custody.inHandOf(by)) {
            return Optional.of(new Broken(
                    Rule.NOT_IN_HAND, Map.of("custodian", custody.custodian().toString())));
        }
        return Optional.empty();
    }

    Broken custodianIs() {
        return Broken.of(Rule.NOT_THE_CUSTODIAN, "custodian", custody.custodian());
    }
}
