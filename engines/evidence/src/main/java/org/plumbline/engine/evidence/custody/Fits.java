package org.plumbline.engine.evidence.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether what an act says in detail agrees with how things stand. */
final class Fits {
    /** Nobody is on the way with an exhibit for longer. */
    private static final Duration LONGEST_TRANSFER = Duration.ofDays(30);

    private static final Duration LONGEST_OUT = Duration.ofDays(2 * 366L);

    private final Receipt receipt;
    private final Custody custody;
    private final Set<ActDigest> earlier;

    Fits(Receipt receipt, Custody custody, Set<ActDigest> earlier) {
        this.receipt = receipt;
        this.custody = custody;
        this.earlier = earlier;
    }

    void check(Act act) throws Broken {
        UUID by = act.by().id();
        switch (act.deed()) {
            case Deed.Seal seal -> fresh(seal.seal());
            case Deed.Reseal seal -> fresh(seal.seal());
            case Deed.BreakSeal broken -> opened(broken);
            case Deed.TransferOut out -> released(out, by, act.preparedAt());
            case Deed.TransferIn in -> taken(in, by);
            case Deed.CheckOut out -> limit(out.until(), act.preparedAt(), LONGEST_OUT);
            case Deed.CheckIn in -> found(in.found());
            case Deed.Move move -> moved(move);
            case Deed.Copy copy -> content(copy.sha256());
            case Deed.Split split -> split(split);
            case Deed.MergeOut merge -> mergedOut(merge);
            case Deed.MergeIn merge -> mergedIn(merge);
            case Deed.Correct correct -> corrected(correct);
            case Deed.Dispose dispose -> disposed(dispose, by);
            case Deed.Collect collect -> collected(collect);
            case Deed.Inspect inspect -> inspected(inspect);
            case Deed.Analyse analyse -> {}
            case Deed.Incident incident -> {}
        }
    }

    private void collected(Deed.Collect collect) throws Broken {
        Optional<Quantity> counted = collect.acquisition().quantity();
        if (counted.isPresent() && counted.get().none()) {
            throw Broken.of(Rule.QUANTITY_FORM, "quantity", counted.get().amount());
        }
        if (counted.isPresent()
                && custody.quantity().isPresent()
                && !custody.quantity().equals(counted)) {
            throw Broken.of(Rule.NOT_CONSERVED, "expected", custody.quantity().get());
        }
    }

    private void inspected(Deed.Inspect inspect) throws Broken {
        if (inspect.sealIntact().isPresent() && custody.seal().isEmpty()) {
            throw Broken.of(Rule.NOT_SEALED);
        }
    }

    private void fresh(String seal) throws Broken {
        if (custody.seals().contains(seal)) {
            throw Broken.of(Rule.SEAL_USED, "seal", seal);
        }
    }

    private void opened(Deed.BreakSeal broken) throws Broken {
        if (broken.intact()) {
            sealIs(broken.seal());
        }
    }

    private void sealIs(String found) throws Broken {
        String expected = custody.seal().orElseThrow();
        if (!found.equals(expected)) {
            throw new Broken(Rule.SEAL_MISMATCH, java.util.Map.of("seal", found, "expected", expected));
        }
    }

    private void released(Deed.TransferOut out, UUID by, Instant now) throws Broken {
        if (!custody.custodian().equals(by) && out.onBehalf().isEmpty()) {
            throw new Ready(receipt, custody).custodianIs();
        }
        if (custody.custodian().equals(out.to().id())) {
            throw Broken.of(Rule.SAME_PERSON, "person", out.to().name());
        }
        limit(out.until(), now, LONGEST_TRANSFER);
    }

    private static void limit(Instant until, Instant now, Duration longest) throws Broken {
        if (!until.isAfter(now) || until.isAfter(now.plus(longest))) {
            throw new Broken(
                    Rule.LIMIT, java.util.Map.of("until", until.toString(), "days", Long.toString(longest.toDays())));
        }
    }

    private void taken(Deed.TransferIn in, UUID by) throws Broken {
        Custody.Transfer open = custody.transfer().orElseThrow();
        if (!open.release().equals(in.release())) {
            throw Broken.of(Rule.OTHER_RELEASE, "expected", open.release());
        }
        if (open.to().id().equals(by)) {
            found(in.found());
        } else {
            content(in.found().sha256());
        }
    }

    private void found(Deed.Found found) throws Broken {
        if (custody.seal().isPresent()) {
            sealIs(found.seal()
                    .orElseThrow(() ->
                            Broken.of(Rule.SEAL_MISSING, "seal", custody.seal().get())));
        } else if (found.seal().isPresent()) {
            throw Broken.of(Rule.NOT_SEALED);
        }
        content(found.sha256());
    }

    private void content(Optional<String> sha256) throws Broken {
        if (receipt.sha256().isEmpty()) {
            if (sha256.isPresent()) {
                throw Broken.of(Rule.DIGEST_UNEXPECTED);
            }
            return;
        }
        String expected = receipt.sha256().get();
        String found = sha256.orElseThrow(() -> Broken.of(Rule.DIGEST_MISSING));
        if (!found.equals(expected)) {
            throw new Broken(Rule.DIGEST_MISMATCH, java.util.Map.of("found", found, "expected", expected));
        }
    }

    private void moved(Deed.Move move) throws Broken {
        if (custody.place().map(Place::id).filter(move.place().id()::equals).isPresent()) {
            throw Broken.of(Rule.SAME_PLACE, "place", move.place().name());
        }
    }

    private void split(Deed.Split split) throws Broken {
        Quantity sum = split.remaining();
        var named = new HashSet<UUID>(Set.of(receipt.id()));
        for (Deed.Part part : split.parts()) {
            once(named, part.exhibit());
            more(part.quantity());
            sum = sum.plus(part.quantity());
        }
        conserved(sum, custody.quantity().orElseThrow(), !split.parts().isEmpty());
    }

    private void mergedOut(Deed.MergeOut merge) throws Broken {
        once(new HashSet<>(Set.of(receipt.id())), merge.into());
        conserved(merge.quantity(), custody.quantity().orElseThrow(), true);
    }

    private void mergedIn(Deed.MergeIn merge) throws Broken {
        Quantity sum = custody.quantity().orElseThrow();
        var named = new HashSet<UUID>(Set.of(receipt.id()));
        for (Deed.Source source : merge.sources()) {
            once(named, source.exhibit());
            more(source.quantity());
            sum = sum.plus(source.quantity());
        }
        conserved(merge.total(), sum, !merge.sources().isEmpty());
    }

    private static void more(Quantity quantity) throws Broken {
        if (quantity.none()) {
            throw Broken.of(Rule.QUANTITY_FORM, "quantity", quantity.amount());
        }
    }

    private static void once(Set<UUID> named, UUID exhibit) throws Broken {
        if (!named.add(exhibit)) {
            throw Broken.of(Rule.NAMED_TWICE, "exhibit", exhibit);
        }
    }

    private static void conserved(Quantity found, Quantity expected, boolean named) throws Broken {
        if (!named || !found.equals(expected)) {
            throw new Broken(
                    Rule.NOT_CONSERVED, java.util.Map.of("found", found.toString(), "expected", expected.toString()));
        }
    }

    private void corrected(Deed.Correct correct) throws Broken {
        if (!earlier.contains(correct.act())) {
            throw Broken.of(Rule.NOT_OF_THIS_CHAIN, "act", correct.act());
        }
    }

    private static void disposed(Deed.Dispose dispose, UUID by) throws Broken {
        if (dispose.witness().id().equals(by)) {
            throw Broken.of(Rule.WITNESS_SAME, "person", dispose.witness().name());
        }
    }
}
