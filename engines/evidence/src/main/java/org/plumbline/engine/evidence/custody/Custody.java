package org.plumbline.engine.evidence.custody;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How things stand with an exhibit after its last act: one custodian, and one place or none.
 *
 * @param custodian who answers for it
 * @param place where it is kept; absent where nobody said so, and while it is between two people
 * @param seal the number of the seal on it
 * @param seals every seal that ever was on it
 * @param out who has it for a while
 * @param transfer between whom it is
 * @param quantity how much of it there is, where it is counted
 * @param collected whether its acquisition is recorded
 * @param mergedInto the exhibit that took it in
 * @param disposed how it ended
 */
public record Custody(
        UUID custodian,
        Optional<Place> place,
        Optional<String> seal,
        Set<String> seals,
        Optional<Out> out,
        Optional<Transfer> transfer,
        Optional<Quantity> quantity,
        boolean collected,
        Optional<UUID> mergedInto,
        Optional<Deed.Ending> disposed) {

    /**
     * That it left for a while.
     *
     * @param to the member who has it; absent where it is somebody outside
     */
    public record Out(Optional<UUID> to, String toName, Instant until) {}

    /**
     * That it was released and nobody has signed for it.
     *
     * @param release the digest of the act that released it
     */
    public record Transfer(UUID from, Person to, Instant until, ActDigest release) {}

    public Custody {
        seals = Set.copyOf(seals);
    }

    static Custody of(Receipt receipt) {
        return new Custody(
                receipt.recordedBy(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                receipt.quantity(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether this member has it in hand: the custodian, or the one it was checked out to. */
    public boolean inHandOf(UUID member) {
        return custodian.equals(member)
                || out.flatMap(Out::to).filter(member::equals).isPresent();
    }

    Custody at(Optional<Place> other) {
        return new Custody(custodian, other, seal, seals, out, transfer, quantity, collected, mergedInto, disposed);
    }

    Custody sealed(String number) {
        var all = new java.util.HashSet<>(seals);
        all.add(number);
        return new Custody(
                custodian, place, Optional.of(number), all, out, transfer, quantity, collected, mergedInto, disposed);
    }

    Custody opened() {
        return new Custody(
                custodian, place, Optional.empty(), seals, out, transfer, quantity, collected, mergedInto, disposed);
    }

    Custody released(Transfer to) {
        return new Custody(
                custodian,
                Optional.empty(),
                seal,
                seals,
                out,
                Optional.of(to),
                quantity,
                collected,
                mergedInto,
                disposed);
    }

    Custody taken(UUID by, Optional<Place> into) {
        return new Custody(by, into, seal, seals, out, Optional.empty(), quantity, collected, mergedInto, disposed);
    }

    Custody out(Optional<Out> other) {
        return new Custody(custodian, place, seal, seals, other, transfer, quantity, collected, mergedInto, disposed);
    }

    Custody holding(Quantity other) {
        return new Custody(
                custodian, place, seal, seals, out, transfer, Optional.of(other), collected, mergedInto, disposed);
    }

    Custody acquired(Optional<Quantity> counted, Optional<Place> into) {
        return new Custody(
                custodian,
                place.or(() -> into),
                seal,
                seals,
                out,
                transfer,
                quantity.or(() -> counted),
                true,
                mergedInto,
                disposed);
    }

    Custody merged(UUID into) {
        Quantity none = new Quantity("0", quantity.orElseThrow().unit());
        return new Custody(
                custodian,
                Optional.empty(),
                seal,
                seals,
                out,
                transfer,
                Optional.of(none),
                collected,
                Optional.of(into),
                disposed);
    }

    Custody ended(Deed.Ending ending) {
        return new Custody(
                custodian,
                Optional.empty(),
                seal,
                seals,
                out,
                transfer,
                quantity,
                collected,
                mergedInto,
                Optional.of(ending));
    }
}
