package org.plumbline.audit.log;

/**
 * Something of the trail or the vault that does not hold.
 *
 * @param code what was done or lost, such as {@code body-changed}; stable
 * @param about the entry, place, checkpoint or file
 */
public record Finding(String code, String about) {
    @Override
    public String toString() {
        return code + ": " + about;
    }
}
