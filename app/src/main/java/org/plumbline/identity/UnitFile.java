package org.plumbline.identity;

import java.util.List;

/**
 * A unit with how it came to be so.
 *
 * @param tree all units of the organisation, to say where it stands
 * @param wordings its names and parents, latest first
 * @param members who is in it now, by name; not who is in the units below
 */
public record UnitFile(Unit unit, UnitTree tree, List<Wording> wordings, List<Member> members) {
    public UnitFile {
        wordings = List.copyOf(wordings);
        members = List.copyOf(members);
    }

    /** What it was called and belonged to from then on, and who said so. */
    public record Wording(Unit unit, Step said) {}
}
