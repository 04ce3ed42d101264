package org.plumbline.kernel;

import java.util.regex.Pattern;

/**
 * One thing that can be done, declared as a constant by the module that offers it.
 *
 * @param name module and verb, such as {@code cases.open}; stable, recorded in the trail
 * @param right what it needs
 */
public record Action(String name, Right right) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*)+");

    public Action {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An action is called module.verb, not \"" + name + "\"");
        }
    }
}
