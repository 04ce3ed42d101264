package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.access.Compartment;
import org.plumbline.access.Compartments;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * What protects a case.
 *
 * @param compartments those the reader may work in
 * @param inside the one worked in, with who is admitted; absent at case level
 * @param candidates who of the team may be admitted
 * @param coverable what a hold may be placed on besides the whole case
 */
public record ProtectionPage(
        CaseHeader header,
        List<Compartment> compartments,
        Optional<Compartments.Inside> inside,
        List<Option> candidates,
        List<HoldLine> holds,
        List<Option> coverable,
        Map<MemberId, String> names,
        Form form) {
    public ProtectionPage {
        compartments = List.copyOf(compartments);
        candidates = List.copyOf(candidates);
        holds = List.copyOf(holds);
        coverable = List.copyOf(coverable);
        names = Map.copyOf(names);
    }

    /** What a hold may cover: the whole case first. */
    public List<Option> coverable(Texts texts) {
        return Stream.concat(
                        Stream.of(new Option("case", texts.say("protection.hold.covers.case"))), coverable.stream())
                .toList();
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }

    /** Whether the reader works in this compartment now. */
    public boolean isHere(Compartment compartment) {
        return inside.filter(i -> i.compartment().id().equals(compartment.id())).isPresent();
    }
}
