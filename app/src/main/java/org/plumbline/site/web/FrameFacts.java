package org.plumbline.site.web;

import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.kernel.Acting;

/** Port: what the frame of a page says besides the page itself. One module supplies it; without one pages say less. */
public interface FrameFacts {
    /** The organisation shown to this reader; before sign-in the one that runs this installation. */
    String organisation(Optional<Acting> acting);

    /** The reader's time zone. */
    ZoneId zone(Optional<Acting> acting);

    /** The purpose in force, as a case number and words; empty where none is chosen. */
    Optional<Purpose> purpose(Acting acting);

    /** Notices the person has not read. */
    int notices(Acting acting);

    /**
     * @param caseNumber number of the case whose authority gives the purpose
     * @param text the purpose in words
     * @param compartment name of the compartment of the case that is worked in; absent at case level
     */
    record Purpose(String caseNumber, String text, Optional<String> compartment) {}
}
