package org.plumbline.kernel;

/**
 * The interned label of protected records (architecture: "One label decides"). A small positive number, never shown in
 * a URL.
 */
public record LabelId(int value) {
    public LabelId {
        if (value <= 0) {
            throw new IllegalArgumentException("A label is a positive number, not " + value);
        }
    }
}
