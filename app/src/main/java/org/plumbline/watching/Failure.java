package org.plumbline.watching;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of an exception in the log: kinds and places. Its messages may quote a name, a query or a document. */
public final class Failure {
    /** Causes beyond this depth are cut: enough for every chain seen so far, and no endless loop. */
    static final int DEEPEST_CAUSE = 8;

    private Failure() {}

    /** The kinds of the exception and its causes, with the code that a database gave, in one line. */
    public static String kinds(Throwable failure) {
        return String.join(
                " by ",
                chain(failure).stream()
                        .map(each -> each.getClass().getSimpleName() + state(each))
                        .toList());
    }

    /** The same with the places in the code where each was thrown. */
    public static String places(Throwable failure) {
        var text = new StringBuilder();
        for (Throwable each : chain(failure)) {
            text.append(text.isEmpty() ? "" : "caused by ")
                    .append(each.getClass().getName())
                    .append(state(each))
                    .append('\n');
            for (StackTraceElement place : each.getStackTrace()) {
                text.append("    at ").append(place).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        @Nullable Throwable each = failure;
        while (each != null && chain.size() < DEEPEST_CAUSE) {
            chain.add(each);
            each = each.getCause();
        }
        return List.copyOf(chain);
    }

    private static String state(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null ? " (" + sql.getSQLState() + ")" : "";
    }
}
