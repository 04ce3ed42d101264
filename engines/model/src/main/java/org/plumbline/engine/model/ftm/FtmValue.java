package org.plumbline.engine.model.ftm;

import org.plumbline.engine.model.Openness;

/**
 * A value that was read.
 *
 * @param value in the normal form of its type
 * @param original as the file has it
 * @param openness open or marked; a refused value is never read
 */
public record FtmValue(String value, String original, Openness openness) {
    public FtmValue {
        if (openness == Openness.REFUSED) {
            throw new IllegalArgumentException("a refused value is not read");
        }
    }
}
