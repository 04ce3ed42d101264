package org.plumbline.reports.render;

import java.util.List;

/**
 * What a report says of its case before anything else. A blank authority, purpose, caveat or state is shown as unknown
 * (a blank caveat: not shown).
 *
 * @param number the case number by the organisation's scheme
 * @param title the case title
 * @param caveat the handling caveat, shown in capitals after the title on every page
 * @param state the state in words, such as "Open, under inquiry"
 * @param authority legal basis, reference and validity, in words
 * @param purpose what the case is for
 * @param organisation the organisation that owns the case
 * @param team the people of the case, in the order to show
 */
public record CaseHeader(
        String number,
        String title,
        String caveat,
        String state,
        String authority,
        String purpose,
        String organisation,
        List<Member> team) {
    /**
     * A person of the team.
     *
     * @param name the person as the file names them
     * @param role the role in words
     */
    public record Member(String name, String role) {
        public Member {
            Filled.require("team member", name);
        }
    }

    public CaseHeader {
        Filled.require("case number", number);
        Filled.require("organisation", organisation);
        team = List.copyOf(team);
    }
}
