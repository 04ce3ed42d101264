package org.plumbline.cases.web;

import java.util.List;

/** Port: what a later module has to tell a person on the page where they begin. */
public interface HomeNotices {
    /**
     * Something new in a case.
     *
     * @param title what the person called it
     * @param href where it is read
     * @param caseNumber number of the case
     * @param count how much is new; 0 for what waits to be decided
     */
    record Notice(String title, String href, String caseNumber, long count) {}

    /** The acting person's own, newest first. */
    List<Notice> own();
}
