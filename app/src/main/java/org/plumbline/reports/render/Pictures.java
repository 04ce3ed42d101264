package org.plumbline.reports.render;

import java.io.IOException;
import java.util.function.Consumer;

/** Makes a picture fit for print. */
final class Pictures {
    private Pictures() {}

    static byte[] printable(Block.Picture picture, Consumer<Warning> warnings) {
        try {
            Png printable = picture.png().printable();
            if (printable != picture.png()) {
                warnings.accept(new Warning(Warning.Kind.PICTURE_REDUCED, picture.alt()));
            }
            return printable.bytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("The picture \"" + picture.alt() + "\" is a damaged PNG file", e);
        }
    }
}
