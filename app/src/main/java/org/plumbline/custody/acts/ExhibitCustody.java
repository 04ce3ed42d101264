package org.plumbline.custody.acts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Chain;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;

/**
 * An exhibit with all that was done with it.
 *
 * @param acts in their order
 * @param names of everybody that the acts and the state name, by member
 * @param numbers of the exhibits that its receipt and its acts name by identifier, where the reader may see them
 * @param obstacles for each kind of act what keeps the reader from it now; a kind without one can be done
 * @param waiting acts that wait for the reader's signature as a witness
 */
public record ExhibitCustody(
        Exhibit exhibit,
        String caseNumber,
        Chain chain,
        List<RecordedAct> acts,
        Map<MemberId, String> names,
        Map<UUID, String> numbers,
        Map<Kind, Refusal> obstacles,
        List<Draft> waiting) {
    public ExhibitCustody {
        acts = List.copyOf(acts);
        names = Map.copyOf(names);
        numbers = Map.copyOf(numbers);
        obstacles = Map.copyOf(obstacles);
        waiting = List.copyOf(waiting);
    }

    /** How things stand. */
    public Custody state() {
        return chain.custody();
    }

    /** The name of the custodian. */
    public String custodian() {
        return names.getOrDefault(new MemberId(state().custodian()), "");
    }

    /** The acquisition, where one is recorded. */
    public Optional<RecordedAct> acquisition() {
        return acts.stream().filter(a -> a.act().kind() == Kind.COLLECT).findFirst();
    }
}
