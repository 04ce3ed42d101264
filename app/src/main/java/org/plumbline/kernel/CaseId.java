package org.plumbline.kernel;

import java.util.UUID;

/** Identifies a case file. */
public record CaseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
