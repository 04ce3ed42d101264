package org.plumbline.command;

import java.io.PrintStream;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The last lines of an ingestion: one a state, and the total they add up to. */
final class Ledger {
    private Ledger() {}

    /** Returns 0 when all was received and has a final state, otherwise 1 with the reason. */
    static int print(JsonNode ingestion, int inputs, PrintStream out, PrintStream err) {
        long sum = 0;
        for (var state : ingestion.path("states").properties()) {
            long count = state.getValue().longValue(0);
            sum += count;
            if (count > 0) {
                out.println(line(state.getKey(), count));
            }
        }
        long total = ingestion.path("total").longValue(0);
        long received = ingestion.path("inputs").longValue(0);
        out.println(line("total", total));
        out.println(received + " received, " + (total - received) + " found inside");
        long open = ingestion.path("open").longValue(0);
        if (open > 0) {
            err.println(open + " items have no final state: reading broke off. Take it up again on the ledger's page");
        }
        if (received != inputs) {
            err.println(inputs + " files were to be sent and " + received + " are in the ledger");
        }
        return open == 0 && received == inputs && sum == total ? 0 : 1;
    }

    private static String line(String state, long count) {
        return String.format(Locale.ROOT, "%-12s %8d", state, count);
    }
}
