package org.plumbline.postgres;

/** Another process writes in this database; two at once would each undo what the other relies on. */
public final class DatabaseInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseInUse(String database, String holder) {
        super("The database " + database + " is in use by " + holder
                + ". Only one Plumbline may work in a database: stop that one first, or give another database.");
    }
}
