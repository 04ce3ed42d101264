package org.plumbline.reports.render;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a statement rests on, exactly enough to look it up again. */
public sealed interface Source {
    /** The place in the source, such as "page 3"; blank when it is the whole. */
    String locator();

    /**
     * An exhibit of the case.
     *
     * @param number the exhibit's number
     * @param description what it is, in a few words
     * @param locator the place in it
     */
    record InExhibit(String number, String description, String locator) implements Source {
        public InExhibit {
            Filled.require("exhibit number", number);
        }
    }

    /**
     * A public register.
     *
     * @param register its name
     * @param locator the entry
     * @param checked the day it was looked up; null when that is not recorded
     * @param url where; blank when it has no address
     */
    record InRegister(
            String register, String locator, @Nullable LocalDate checked, String url) implements Source {
        public InRegister {
            Filled.require("register", register);
        }
    }

    /**
     * Something published.
     *
     * @param publisher who published it
     * @param title its title
     * @param locator the place in it
     * @param checked the day it was read; null when that is not recorded
     * @param url where; blank when it has no address
     */
    record InPublication(
            String publisher,
            String title,
            String locator,
            @Nullable LocalDate checked,
            String url) implements Source {
        public InPublication {
            Filled.require("publication title", title);
        }
    }
}
