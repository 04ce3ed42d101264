package org.plumbline.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntUnaryOperator;
import org.plumbline.identity.Organisation;
import org.springframework.stereotype.Component;

/**
 * The numbers of cases: the next one of the series that the organisation's scheme counts in. A number that an earlier
 * scheme gave is passed over.
 */
@Component
public class CaseNumbering {
    private final CaseTable table;
    private final Clock clock;

    CaseNumbering(CaseTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Takes the next number of the acting person's organisation, inside the act that opens the case. */
    String take(Organisation organisation) {
        return number(organisation, running -> table.nextNumber(organisation.id(), series(organisation)));
    }

    /** What the next case of the acting person's organisation would be called were it so; takes nothing. */
    public String next(Organisation imagined) {
        int last = table.lastNumber(imagined.id(), series(imagined));
        return number(imagined, tries -> last + tries);
    }

    /** @param running the running number of each try, counted from 1 */
    private String number(Organisation organisation, IntUnaryOperator running) {
        int year = year(organisation);
        int tries = 1;
        String number = organisation.numberScheme().number(year, running.applyAsInt(tries));
        while (table.isTaken(number)) {
            tries++;
            number = organisation.numberScheme().number(year, running.applyAsInt(tries));
        }
        return number;
    }

    private int series(Organisation organisation) {
        return organisation.numberScheme().series(year(organisation));
    }

    private int year(Organisation organisation) {
        return LocalDate.now(clock.withZone(organisation.zone())).getYear();
    }
}
