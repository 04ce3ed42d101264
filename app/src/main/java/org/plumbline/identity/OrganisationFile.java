package org.plumbline.identity;

import java.util.List;

/**
 * An organisation with how it came to be as it is.
 *
 * @param version counts its changes, from 1 at its founding
 * @param changes latest first
 */
public record OrganisationFile(Organisation now, int version, List<Change> changes) {
    public OrganisationFile {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param version the version that it made
     * @param step who, when and why
     */
    public record Change(int version, Step step, Organisation from, Organisation to) {}
}
