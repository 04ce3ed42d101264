package org.plumbline.reports;

import java.util.UUID;

/** What an issuing run is asked: which version of which report. */
record IssueOrder(UUID report, int version) {
    static IssueOrder of(String text) {
        int space = text.indexOf(' ');
        return new IssueOrder(UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }

    String text() {
        return report + " " + version;
    }
}
