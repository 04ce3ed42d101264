package org.plumbline.custody.acts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.ExhibitRegister;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Quantity;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The other exhibits of a case that an act can name. */
@Component
class KnownExhibits {
    /** As many as a person looks through; the others are found by number or tag. */
    private static final int MOST = 200;

    private final ExhibitRegister exhibits;
    private final StandingTable standings;
    private final Optional<ExhibitCodes> codes;

    KnownExhibits(ExhibitRegister exhibits, StandingTable standings, ObjectProvider<ExhibitCodes> codes) {
        this.exhibits = exhibits;
        this.standings = standings;
        this.codes = Optional.ofNullable(codes.getIfAvailable());
    }

    /** The exhibit with this number as people write it, or with this code on its tag. */
    Optional<Exhibit> coded(CaseId caseId, String typed) {
        OptionalInt number = Exhibit.numberOf(typed);
        return number.isPresent()
                ? exhibits.numbered(caseId, number.getAsInt())
                : codes.flatMap(c -> c.exhibit(typed)).flatMap(id -> exhibits.find(caseId, id));
    }

    /** The numbers of the exhibits that the receipt and the acts name by identifier alone. */
    Map<UUID, String> numbers(CaseId caseId, Chains.Of of) {
        return Stream.concat(
                        of.exhibit().lineage().parent().stream(),
                        of.acts().stream().flatMap(a -> named(a.act().deed())))
                .distinct()
                .flatMap(id -> exhibits.find(caseId, id).stream())
                .collect(Collectors.toMap(Exhibit::id, Exhibit::reference));
    }

    private static Stream<UUID> named(Deed deed) {
        if (deed instanceof Deed.Collect collect) {
            return collect.acquisition().photographs().stream();
        }
        return deed instanceof Deed.Copy copy ? copy.copy().stream() : Stream.empty();
    }

    /** What all of this exhibit can go into: with the same custodian, in the same unit, and still there; by number. */
    List<Exhibit> takers(CaseId caseId, Chains.Of of) {
        return of
                .chain()
                .custody()
                .quantity()
                .map(Quantity::unit)
                .map(unit -> exhibits.all(standings.takers(
                        caseId,
                        of.exhibit().id(),
                        new MemberId(of.chain().custody().custodian()),
                        unit,
                        MOST)))
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparingInt(Exhibit::number))
                .toList();
    }
}
