package org.plumbline.acceptance.access;

import java.util.Map;

/**
 * Records that are asked for: those of a case, or of a compartment in it.
 *
 * @param canary the word in all of them
 * @param ids identifiers by the word before the variable and its name, such as {@code documents/documentId}
 * @param guarded whether nobody who asks may change anything of it
 */
record Target(String canary, Map<String, String> ids, boolean guarded) {
    Target {
        ids = Map.copyOf(ids);
    }

    String caseId() {
        return ids.getOrDefault("cases/caseId", "");
    }
}
