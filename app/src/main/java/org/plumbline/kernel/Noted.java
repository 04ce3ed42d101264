package org.plumbline.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result together with what the trail must say of it.
 *
 * @param value the result
 * @param refs the records made, changed or shown, in order
 * @param facts short facts for the entry, such as a count or a query; never document text, never a secret
 * @param opened the case that the act opened, under whose label its entry goes
 * @param under the label its entry goes under where that is narrower than what was decided on
 */
public record Noted<T>(
        T value, List<Ref> refs, Map<String, String> facts, Optional<CaseId> opened, Optional<LabelId> under) {
    public Noted {
        refs = List.copyOf(refs);
        facts = Map.copyOf(facts);
    }

    public static <T> Noted<T> of(T value, Ref... refs) {
        return new Noted<>(value, List.of(refs), Map.of(), Optional.empty(), Optional.empty());
    }

    public static <T> Noted<T> of(T value, List<Ref> refs) {
        return new Noted<>(value, refs, Map.of(), Optional.empty(), Optional.empty());
    }

    /** The same, done by opening this case. */
    public Noted<T> opening(CaseId caseId) {
        return new Noted<>(value, refs, facts, Optional.of(caseId), under);
    }

    /** The same, recorded under a narrower label, such as that of a compartment. */
    public Noted<T> under(LabelId label) {
        return new Noted<>(value, refs, facts, opened, Optional.of(label));
    }

    public Noted<T> with(String name, Object fact) {
        var more = new java.util.HashMap<>(facts);
        more.put(name, String.valueOf(fact));
        return new Noted<>(value, refs, more, opened, under);
    }
}
