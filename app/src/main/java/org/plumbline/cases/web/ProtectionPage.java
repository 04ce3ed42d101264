package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.access.Closure;
import org.plumbline.access.Compartment;
import org.plumbline.access.Compartments;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.web.Option;

/**
 * What protects a case.
 *
 * @param compartments those the reader may work in
 * @param inside the one worked in, with who is admitted; absent at case level
 * @param candidates who of the team may be admitted
 */
public record ProtectionPage(
        CaseHeader header,
        List<Compartment> compartments,
        Optional<Compartments.Inside> inside,
        List<Option> candidates,
        List<Closure> holds,
        Map<MemberId, String> names,
        Form form) {
    public ProtectionPage {
        compartments = List.copyOf(compartments);
        candidates = List.copyOf(candidates);
        holds = List.copyOf(holds);
        names = Map.copyOf(names);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }

    /** Whether the reader works in this compartment now. */
    public boolean isHere(Compartment compartment) {
        return inside.filter(i -> i.compartment().id().equals(compartment.id())).isPresent();
    }
}
