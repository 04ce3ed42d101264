package org.plumbline.engine.model.ftm;

import java.util.List;

/** What became of one line that is not blank. Lines are counted from 1, blank ones included. */
public sealed interface FtmRow {
    /** The line's number in the file. */
    long line();

    /**
     * The line was read.
     *
     * @param leftOut what the line says and the entity does not hold, with the reason; empty when nothing was left out
     */
    record Read(long line, FtmEntity entity, List<LeftOut> leftOut) implements FtmRow {
        public Read {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Nothing of the line was read.
     *
     * @param detail a short fact: the rule, the schema's name or the policy's reason; never a value of the line
     */
    record Refused(long line, FtmFault code, String detail) implements FtmRow {}

    /**
     * A value, or a property with all its values, that was left out.
     *
     * @param property its name as the line has it
     * @param code stable: a code of {@link FtmFault} or of {@link org.plumbline.engine.model.value.Fault}
     * @param detail the rule or the policy's reason; never the value
     */
    record LeftOut(String property, String code, String detail) {}
}
