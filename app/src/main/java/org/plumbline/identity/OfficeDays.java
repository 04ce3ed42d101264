package org.plumbline.identity;

import org.plumbline.kernel.Acting;
import org.springframework.stereotype.Component;

/** The working calendar of the acting person's organisation, open to each of its members; no content of cases. */
@Component
public class OfficeDays {
    private final CalendarTable table;

    OfficeDays(CalendarTable table) {
        this.table = table;
    }

    /** As it is now. */
    public CalendarFile own() {
        return table.read(Acting.require().organisation());
    }
}
