package org.plumbline.custody.vault;

import java.util.regex.Pattern;
import org.plumbline.kernel.CaseId;

/**
 * What an object is called.
 *
 * @param name 64 hexadecimal digits, see {@link CaseKey}
 */
public record ObjectName(CaseId caseId, String name) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    public ObjectName {
        if (!DIGITS.matcher(name).matches()) {
            throw new IllegalArgumentException("An object is named by 64 hexadecimal digits, not " + name);
        }
    }

    /** Whether something in a folder may be an object by its name. */
    static boolean isOne(String name) {
        return DIGITS.matcher(name).matches();
    }

    @Override
    public String toString() {
        return name + " of case " + caseId;
    }
}
