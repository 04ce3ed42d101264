package org.plumbline.kernel;

import java.util.UUID;

/** Identifies a person who signs in, or a named service actor. */
public record MemberId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
