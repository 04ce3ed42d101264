package org.plumbline.backup;

/** Why nothing was backed up or restored; the message says what to do. */
public final class BackupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
