package org.plumbline.acceptance.crash;

/** A kind of act that is sent: what it is called on the trail, and where the records are that it makes. */
enum ActKind {
    JOURNAL_ENTRY("cases.write-journal", "cases.journal_entry"),
    TASK("cases.add-task", "cases.task"),
    SUBJECT("cases.add-subject", "cases.subject"),
    BATCH("documents.begin-ingestion", "documents.ingestion"),
    FILE("documents.add-file", "documents.item"),
    EXHIBIT("custody.receive", "custody.exhibit");

    private final String action;
    private final String table;

    ActKind(String action, String table) {
        this.action = action;
        this.table = table;
    }

    String action() {
        return action;
    }

    /** Its records of a case, one column. */
    String records() {
        // What is found in a file is a line as well, made by reading it and not by sending it.
        return "select id::text from " + table + " where case_id = ?::uuid"
                + (this == FILE ? " and parent is null" : "");
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
