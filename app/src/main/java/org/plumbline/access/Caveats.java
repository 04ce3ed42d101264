package org.plumbline.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The handling caveats the policy knows. A caveat only ever takes away: what is allowed with one is allowed without it.
 * One that is not known here closes the record.
 */
final class Caveats {
    /** Leaves only by a decision of lead or supervisor, who answer to the originator. */
    static final String ORIGINATOR_CONTROL = "originator-control";

    /** Goes no further than this organisation; a file is made only by lead or supervisor. */
    static final String NO_ONWARD = "no-onward";

    /** Would give a source away: read by those who investigate or decide, and never made a file of. */
    static final String SOURCE_PROTECTED = "source-protected";

    static final Set<String> KNOWN = Set.of(ORIGINATOR_CONTROL, NO_ONWARD, SOURCE_PROTECTED);

    private static final Set<Standing> READ_SOURCES =
            EnumSet.of(Standing.LEAD, Standing.SUPERVISOR, Standing.INVESTIGATOR);

    private Caveats() {}

    static Set<String> of(LabelFacts label, CaseFacts facts) {
        var all = new HashSet<>(label.caveats());
        all.addAll(facts.caveats());
        return all;
    }

    /** Whether someone with this standing, or with none but break-glass, may read under these caveats. */
    static boolean mayRead(Set<String> caveats, java.util.Optional<Standing> standing) {
        return !caveats.contains(SOURCE_PROTECTED)
                || standing.filter(READ_SOURCES::contains).isPresent();
    }

    /** The caveat that forbids making a file, where one does. */
    static java.util.Optional<String> againstExport(Set<String> caveats, boolean decides) {
        if (caveats.contains(SOURCE_PROTECTED)) {
            return java.util.Optional.of(SOURCE_PROTECTED);
        }
        return decides
                ? java.util.Optional.empty()
                : caveats.stream().filter(KNOWN::contains).sorted().findFirst();
    }
}
